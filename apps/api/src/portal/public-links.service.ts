import { firstPhone } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { ClinicsService, LocationsService, PractitionersService } from '../identity/index.js';
import { ConsentsService } from '../patients/index.js';
import { type Ctx, LinkTokens, now, type Requester, StaleVersionError } from '../platform/index.js';
import { type AppointmentDto, AppointmentsService, isStillShown } from '../scheduling/index.js';
import { isRepeat, type LinkAction, LINK_ACTIONS, linkActions } from './link-actions.js';
import { linkCtx } from './link-ctx.js';
import { ActionNotPossibleError, LinkClosedError, LinkGoneError, StaleAppointmentError, VersionRequiredError } from './portal.errors.js';
import type { PublicLinkDto } from './public-links.dto.js';
import { appointmentCalendar } from './appointment-calendar.js';

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
    const { ctx, appointment } = await this.open(token, requester);
    return this.describe(ctx, appointment);
  }

  /** The same as a file for a calendar. */
  async calendar(token: string, requester: Requester): Promise<string> {
    const { ctx, appointment } = await this.open(token, requester);
    return appointmentCalendar(await this.describe(ctx, appointment), { ...appointment, madeAt: now(ctx) });
  }

  /** Does what was asked to the appointment that was `shown`, and to no other. @throws StaleAppointmentError, ActionNotPossibleError */
  async act(token: string, action: string, shown: number | undefined, requester: Requester): Promise<PublicLinkDto> {
    const { ctx, appointment } = await this.open(token, requester);
    const known = LINK_ACTIONS.find((name) => name === action);
    if (!known) throw new ActionNotPossibleError(action, possibleNow(ctx, appointment));
    if (shown === undefined) throw new VersionRequiredError();
    return this.take(ctx, known, appointment, shown);
  }

  /** A second press is answered like the first; what was not shown so is shown how it is now, and nothing is done. */
  private async take(ctx: Ctx, action: LinkAction, appointment: AppointmentDto, shown: number): Promise<PublicLinkDto> {
    const stands = isStillShown(appointment, shown);
    const possible = possibleNow(ctx, appointment);
    if (isRepeat(action, appointment, stands)) {
      if (!isAhead(ctx, appointment)) return this.describe(ctx, appointment);
    } else {
      if (!possible.includes(action) && shown === appointment.version) throw new ActionNotPossibleError(action, possible);
      if (!stands || !possible.includes(action)) throw new StaleAppointmentError(await this.describe(ctx, appointment));
    }
    try {
      return await this.describe(ctx, await this.dispatch(ctx, action, appointment));
    } catch (error) {
      // Changed between the look and the lock.
      if (!(error instanceof StaleVersionError)) throw error;
      return this.take(ctx, action, await this.appointments.get(ctx, appointment.id), shown);
    }
  }

  private dispatch(ctx: Ctx, action: LinkAction, { id, version }: AppointmentDto): Promise<AppointmentDto> {
    return action === 'confirm'
      ? this.appointments.confirm(ctx, id, { by: 'patient' }, version)
      : this.appointments.cancel(ctx, id, { by: 'patient' }, version);
  }

  /** @throws LinkGoneError for what never was a link to an appointment; LinkClosedError for one that is over */
  private async open(token: string, requester: Requester): Promise<{ ctx: Ctx; appointment: AppointmentDto }> {
    const link = await this.links.resolve(token);
    if (link?.kind !== 'appointment') throw new LinkGoneError();
    const ctx = linkCtx(link, requester);
    const appointment = link.open ? await this.appointments.get(ctx, link.subjectId) : undefined;
    // It was sent to one person: not to whoever the appointment belongs to by now, and to nobody on behalf of one who is gone.
    if (!appointment || appointment.patientId !== link.patientId || (await this.consents.barred(ctx, appointment.patientId))) {
      const clinic = await this.clinics.get(ctx);
      throw new LinkClosedError({ name: clinic.name, email: clinic.email, ...firstPhone(clinic) });
    }
    return { ctx, appointment };
  }

  private async describe(ctx: Ctx, appointment: AppointmentDto): Promise<PublicLinkDto> {
    const [clinic, location, practitioner, contact] = await Promise.all([
      this.clinics.get(ctx),
      this.locations.get(ctx, appointment.locationId),
      this.practitioners.get(ctx, appointment.practitionerId),
      this.consents.contact(ctx, appointment.patientId, 'appointments'),
    ]);
    return {
      kind: 'appointment',
      locale: contact.locale,
      country: contact.country,
      clinic: { name: clinic.name, email: clinic.email, ...firstPhone(location, clinic) },
      appointment: {
        start: new Date(appointment.start).toISOString(),
        end: new Date(appointment.end).toISOString(),
        timeZone: location.timeZone,
        status: appointment.status,
        cancelledBy: appointment.cancelledBy,
        practitioner: practitioner.displayName,
        location: [location.name, location.addressLine1, location.addressLine2, location.city].filter(Boolean).join(', '),
        version: appointment.version,
      },
      actions: possibleNow(ctx, appointment),
      // Who only asked for a time has not taken it from anybody yet.
      noticeHours: appointment.status === 'pending' ? 0 : clinic.cancellationNoticeHours,
      proposals: [],
    };
  }
}

const isAhead = (ctx: Ctx, { start }: AppointmentDto) => new Date(start) > now(ctx);
const possibleNow = (ctx: Ctx, appointment: AppointmentDto) => linkActions(appointment, new Date(appointment.start), now(ctx));
