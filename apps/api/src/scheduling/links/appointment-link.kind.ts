import { toLocalRfc3339 } from '@keel/calendar';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ClinicsService, LocationsService, PractitionersService, publicClinic } from '../../identity/index.js';
import { ConsentsService } from '../../patients/index.js';
import { type Ctx, LinkKinds, now, type OpenedLink, type ResolvedLink, StaleVersionError } from '../../platform/index.js';
import type { AppointmentDto } from '../appointments/appointments.dto.js';
import { AppointmentsService } from '../appointments/appointments.service.js';
import { isStillShown } from '../appointments/as-confirmed.js';
import { appointmentCalendar } from './appointment-calendar.js';
import type { PublicLinkDto } from './appointment-link.dto.js';
import { ActionNotPossibleError, StaleAppointmentError } from './appointment-link.errors.js';
import { isRepeat, type LinkAction, LINK_ACTIONS, linkActions } from './link-actions.js';

/** Whatever keeps changing it, a press is answered. */
const LOOKS = 3;

/** What a link to an appointment opens, and what its holder may do there. */
@Injectable()
export class AppointmentLinkKind implements OnModuleInit {
  constructor(
    private readonly kinds: LinkKinds,
    private readonly appointments: AppointmentsService,
    private readonly consents: ConsentsService,
    private readonly clinics: ClinicsService,
    private readonly locations: LocationsService,
    private readonly practitioners: PractitionersService,
  ) {}

  onModuleInit(): void {
    this.kinds.add({
      appointment: { page: 'links', ended: 'closed', versionOf: 'appointment', open: (ctx, link) => this.open(ctx, link) },
    });
  }

  private async open(ctx: Ctx, { subjectId, patientId }: ResolvedLink): Promise<OpenedLink | undefined> {
    const appointment = await this.appointments.get(ctx, subjectId);
    // It was sent to one person: not to whoever the appointment belongs to by now, and to nobody on behalf of one who is gone.
    if (appointment.patientId !== patientId || (await this.consents.barred(ctx, appointment.patientId))) return undefined;
    return {
      show: () => this.describe(ctx, appointment),
      actions: new Map(LINK_ACTIONS.map((action) => [action, (shown) => this.take(ctx, action, appointment, shown)])),
      notPossible: (action) => new ActionNotPossibleError(action, possibleNow(ctx, appointment)),
      calendar: async () => appointmentCalendar(await this.describe(ctx, appointment), { ...appointment, madeAt: now(ctx) }),
    };
  }

  /**
   * Does it to the appointment that was `shown`, and to no other. A second press is answered like the first; what was not shown so is
   * shown how it is now, and nothing is done. @throws StaleAppointmentError, ActionNotPossibleError
   */
  private async take(ctx: Ctx, action: LinkAction, appointment: AppointmentDto, shown: number, looks = LOOKS): Promise<PublicLinkDto> {
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
      const current = await this.appointments.get(ctx, appointment.id);
      if (looks === 1) throw new StaleAppointmentError(await this.describe(ctx, current));
      return this.take(ctx, action, current, shown, looks - 1);
    }
  }

  private dispatch(ctx: Ctx, action: LinkAction, { id, version }: AppointmentDto): Promise<AppointmentDto> {
    return action === 'confirm'
      ? this.appointments.confirm(ctx, id, { by: 'patient' }, version)
      : this.appointments.cancel(ctx, id, { by: 'patient' }, version);
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
      clinic: publicClinic(clinic, location),
      appointment: {
        start: new Date(appointment.start).toISOString(),
        end: new Date(appointment.end).toISOString(),
        localStart: toLocalRfc3339(location.timeZone, Date.parse(appointment.start)),
        localEnd: toLocalRfc3339(location.timeZone, Date.parse(appointment.end)),
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
