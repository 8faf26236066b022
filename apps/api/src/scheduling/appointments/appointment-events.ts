import type { EventMap, EventType } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { Audit, Outbox, type TxCtx } from '../../platform/index.js';
import type { AppointmentDto } from './appointments.dto.js';
import { UntoldKeeper } from './untold-keeper.js';
import { AppointmentFollowers } from './appointment-followers.js';

const TAKES_TIME: readonly string[] = ['appointment.booked', 'appointment.moved', 'appointment.restored'];
export type AppointmentEvent = Extract<EventType, `appointment.${string}`>;

/** Every change of an appointment is told by one event and one audit row, and what belongs to it follows, in the transaction that makes it. */
@Injectable()
export class AppointmentEvents {
  constructor(
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly followers: AppointmentFollowers,
    private readonly untold: UntoldKeeper,
  ) {}

  /**
   * True where a floor above wrote on the appointment's card, or where what its patient is to be told changed; a new appointment has nothing
   * yet that could follow. `overbooked` says that the change puts it over another appointment or over time off.
   */
  async changed<T extends AppointmentEvent>(
    ctx: TxCtx,
    appointment: AppointmentDto,
    type: T,
    payload: EventMap[T],
    { before, overbooked = false, reason }: { before?: AppointmentDto; overbooked?: boolean; reason?: string } = {},
  ): Promise<boolean> {
    await this.outbox.add(ctx, type, payload);
    await this.audit.add(ctx, {
      what: 'appointment',
      action: type === 'appointment.booked' ? 'create' : 'update',
      patientId: appointment.patientId,
      entityId: appointment.id,
      reason: reason ?? (overbooked ? 'overbook' : null),
    });
    if (TAKES_TIME.includes(type)) this.followers.placed(ctx, appointment);
    if (!before) return false;
    const untold = await this.untold.follow(ctx, before, appointment, type, 'by' in payload ? payload.by : undefined);
    return (await this.followers.changed(ctx, before, appointment)) || untold;
  }

  /** Its patient said by themselves what was so already: nothing changes with it, and nobody else is told. False where somebody else acts. */
  async answeredAgain(ctx: TxCtx, appointment: AppointmentDto): Promise<boolean> {
    const kept = await this.untold.answeredAgain(ctx, appointment);
    const { id, patientId } = appointment;
    if (kept) await this.audit.add(ctx, { what: 'appointment', action: 'update', patientId, entityId: id, reason: 'answered again' });
    return kept !== undefined;
  }
}

/** Which appointment, of whom, with whom. */
export function refOf({ id, patientId, practitionerId }: AppointmentDto): EventMap['appointment.arrived'] {
  return { appointmentId: id, patientId, practitionerId };
}

export function timeOf(appointment: AppointmentDto): EventMap['appointment.booked'] {
  const { serviceId, locationId, start, end, timeVersion } = appointment;
  return { ...refOf(appointment), serviceId, locationId, start, end, timeVersion };
}

/** What an appointment is now, and what it was. */
export function moveOf(before: AppointmentDto, appointment: AppointmentDto): EventMap['appointment.moved'] {
  const { start, end, practitionerId, locationId, serviceId } = before;
  return {
    ...timeOf(appointment),
    previousStart: start,
    previousEnd: end,
    previousPractitionerId: practitionerId,
    previousLocationId: locationId,
    previousServiceId: serviceId,
  };
}
