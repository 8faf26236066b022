import { PERMISSIONS, type Profession } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { ClinicsService, PractitionersService } from '../identity/index.js';
import { type Ctx, Db, newId, NOT_PERSONAL } from '../platform/index.js';
import { ServicesService } from '../scheduling/index.js';
import { PRACTITIONERS, SERVICES } from './cast.js';
import { DEMO_ZONE, DemoFolk } from './demo-folk.js';
import { DemoInvitations, NO_REPLY } from './demo-invitations.js';
import { DEMO_SIGN_IN, DEMO_SLUG } from './sign-in.js';

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

/** Sets up the clinic and its people; whatever a killed start has made already is found and kept. */
@Injectable()
export class DemoClinic {
  constructor(
    private readonly db: Db,
    private readonly clinics: ClinicsService,
    private readonly people: PractitionersService,
    private readonly invitations: DemoInvitations,
    private readonly services: ServicesService,
    private readonly folk: DemoFolk,
  ) {}

  async cast(): Promise<DemoCast> {
    const ctx = await this.clinic();
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

  private async clinic(): Promise<Ctx> {
    const [known] = await this.db.door<{ id: string }>('clinic_by_slug', [DEMO_SLUG]);
    const id = known?.id ?? (await this.signUp());
    const [owner] = await this.db.read<{ userId: string }>(
      owned(id, newId()),
      NOT_PERSONAL,
      `SELECT user_id AS "userId" FROM membership WHERE 'owner' = ANY (roles) ORDER BY created_at LIMIT 1`,
    );
    // Nobody reads the mailbox of an example.
    if (owner) await this.clinics.vouchFor(owner.userId);
    return owned(id, owner?.userId ?? newId());
  }

  private async signUp(): Promise<string> {
    const owner = { ...DEMO_SIGN_IN, firstName: 'Nora', lastName: 'Pine' };
    const clinic = {
      name: 'Northpine Clinic',
      slug: DEMO_SLUG,
      timeZone: DEMO_ZONE,
      country: 'CA',
      region: 'ON',
      currency: 'CAD',
      locale: 'en',
    } as const;
    const { id, version } = await this.clinics.signUp(
      { ...clinic, owner },
      { requestId: newId(), ip: '127.0.0.1', userAgent: 'demo' },
      NO_REPLY,
    );
    await this.clinics.update(owned(id, newId()), id, { phone: '613 555 0190', email: 'desk@keel.example' }, version);
    return id;
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

function owned(clinicId: string, userId: string): Ctx {
  return { clinicId, actor: { type: 'user', id: userId }, permissions: new Set(PERMISSIONS), steppedUp: true, requestId: newId() };
}
