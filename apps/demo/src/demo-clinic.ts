import type { Profession } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { PractitionersService } from '@keel/api/identity';
import type { Ctx } from '@keel/api/platform';
import { ServicesService } from '@keel/api/scheduling';
import { PRACTITIONERS, SERVICES } from './cast.js';
import { DemoFolk } from './demo-folk.js';
import { DemoInvitations } from './demo-invitations.js';
import { DemoSignUp } from './demo-sign-up.js';

export interface DemoPractitioner {
  id: string;
  userId: string;
  services: { id: string; name: string }[];
  profession: Profession;
}

/** Ids of what the demo's plan speaks of by number. */
export interface DemoCast {
  ctx: Ctx;
  practitioners: DemoPractitioner[];
  patients: string[];
}

/** Sets up the people of the clinic; whatever a killed start has made already is found and kept. */
@Injectable()
export class DemoClinic {
  constructor(
    private readonly started: DemoSignUp,
    private readonly people: PractitionersService,
    private readonly invitations: DemoInvitations,
    private readonly services: ServicesService,
    private readonly folk: DemoFolk,
  ) {}

  async cast(): Promise<DemoCast> {
    const ctx = await this.started.clinic();
    const services = await this.offer(ctx);
    const practitioners = [];
    for (const person of PRACTITIONERS) {
      const { id, userId } = await this.practitioner(ctx, person);
      practitioners.push({ id, userId, profession: person.profession, services: services.get(person.profession) ?? [] });
    }
    return {
      ctx,
      practitioners,
      patients: await this.folk.settle(
        ctx,
        practitioners.map(({ id }) => id),
      ),
    };
  }

  private async offer(ctx: Ctx): Promise<Map<string, DemoPractitioner['services']>> {
    const known = new Map(
      (await this.services.list(ctx, { limit: 200, archived: 'true' })).data.map((service) => [service.name, service.id]),
    );
    const offered = new Map<string, DemoPractitioner['services']>();
    for (const { price, ...service } of SERVICES) {
      const dto = { ...service, price: { amount: price, currency: 'CAD' as const }, onlineBookable: true, bufferAfterMinutes: 0 };
      const id = known.get(service.name) ?? (await this.services.create(ctx, dto)).id;
      offered.set(service.profession, [...(offered.get(service.profession) ?? []), { id, name: service.name }]);
    }
    return offered;
  }

  private async practitioner(ctx: Ctx, person: (typeof PRACTITIONERS)[number]): Promise<{ id: string; userId: string }> {
    const email = `${person.firstName}.${person.lastName}@keel.example`.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
    const known = (await this.people.list(ctx, { limit: 200 })).data.find((one) => one.email === email);
    const { id, userId } = known ?? (await this.people.add(ctx, { ...person, email }));
    return { id, userId: userId ?? (await this.invitations.join(ctx, id)) };
  }
}
