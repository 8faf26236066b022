import { Injectable } from '@nestjs/common';
import { ClinicsService, LocationsService, PractitionersService } from '../identity/index.js';
import { ConsentsService } from '../patients/index.js';
import { type Ctx, LinkTokens, now, type Requester, type ResolvedLink } from '../platform/index.js';
import { AppointmentsService } from '../scheduling/index.js';
import { isDone, type LinkAction, LINK_ACTIONS, linkActions } from './link-actions.js';
import { ActionNotPossibleError, LinkGoneError } from './portal.errors.js';
import type { PublicLinkDto } from './public-links.dto.js';
import { visitCalendar } from './visit-calendar.js';

/** What a signed link opens, and what its holder may do there. */
@Injectable()
export class PublicLinksService {
  constructor(
    private readonly links: LinkTokens,
    private readonly appointments: AppointmentsService,
    private readonly consents: ConsentsService,
    private readonly clinics: ClinicsService,
    private readonly locations: LocationsService,
    private readonly practitioners: PractitionersService,
  ) {}

  /** Shows, and changes nothing: mail scanners and previews open links too. */
  async show(token: string, requester: Requester): Promise<PublicLinkDto> {
    const link = await this.resolve(token);
    return this.describe(linkCtx(link, requester), link.subjectId);
  }

  /** The same as a file for a calendar. */
  async calendar(token: string, requester: Requester): Promise<string> {
    const link = await this.resolve(token);
    const ctx = linkCtx(link, requester);
    const visit = await this.appointments.get(ctx, link.subjectId);
    return visitCalendar(await this.describe(ctx, visit.id), { ...visit, madeAt: now(ctx) });
  }

  async act(token: string, action: string, requester: Requester): Promise<PublicLinkDto> {
    const link = await this.resolve(token);
    const ctx = linkCtx(link, requester);
    const known = LINK_ACTIONS.find((name) => name === action);
    const { status, start } = await this.appointments.get(ctx, link.subjectId);
    const possible = linkActions(status, new Date(start), now(ctx));
    if (known && isDone(known, status)) return this.describe(ctx, link.subjectId);
    if (!known || !possible.includes(known)) throw new ActionNotPossibleError(action, possible);
    await this.dispatch(ctx, known, link.subjectId);
    return this.describe(ctx, link.subjectId);
  }

  private async dispatch(ctx: Ctx, action: LinkAction, appointmentId: string): Promise<void> {
    if (action === 'confirm') await this.appointments.confirm(ctx, appointmentId, { by: 'patient' });
    else await this.appointments.cancel(ctx, appointmentId, { by: 'patient' });
  }

  private async resolve(token: string): Promise<ResolvedLink> {
    const link = await this.links.resolve(token);
    if (link?.kind !== 'appointment') throw new LinkGoneError();
    return link;
  }

  private async describe(ctx: Ctx, appointmentId: string): Promise<PublicLinkDto> {
    const visit = await this.appointments.get(ctx, appointmentId);
    const [clinic, location, practitioner, contact] = await Promise.all([
      this.clinics.get(ctx),
      this.locations.get(ctx, visit.locationId),
      this.practitioners.get(ctx, visit.practitionerId),
      this.consents.contact(ctx, visit.patientId, 'appointments'),
    ]);
    return {
      kind: 'appointment',
      locale: contact.locale,
      clinic: { name: clinic.name, phone: location.phone ?? clinic.phone, email: clinic.email },
      appointment: {
        start: new Date(visit.start).toISOString(),
        end: new Date(visit.end).toISOString(),
        timeZone: location.timeZone,
        status: visit.status,
        practitioner: practitioner.displayName,
        location: [location.name, location.addressLine1, location.addressLine2, location.city].filter(Boolean).join(', '),
      },
      actions: linkActions(visit.status, new Date(visit.start), now(ctx)),
      proposals: [],
    };
  }
}

/** The holder of a link acts as that link, in its clinic, with no permission of staff. */
function linkCtx(link: ResolvedLink, requester: Requester): Ctx {
  return {
    clinicId: link.clinicId,
    actor: { type: 'link', id: link.id },
    permissions: new Set(),
    requestId: requester.requestId,
    ip: requester.ip,
  };
}
