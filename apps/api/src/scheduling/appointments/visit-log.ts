import type { EventMap, EventType } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { Audit, Outbox, type TxCtx } from '../../platform/index.js';
import type { AppointmentDto } from './appointments.dto.js';
import { UntoldKeeper } from './untold-keeper.js';
import { VisitFollowers } from './visit-followers.js';

const TAKES_TIME: readonly string[] = ['appointment.booked', 'appointment.moved', 'appointment.restored'];
export type VisitEvent = Extract<EventType, `appointment.${string}`>;

/** Every change of a visit is told by one event and one audit row, and what belongs to it follows, in the transaction that makes it. */
@Injectable()
export class VisitLog {
  constructor(
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly followers: VisitFollowers,
    private readonly untold: UntoldKeeper,
  ) {}

  /**
   * True where a floor above wrote on the visit's card, or what its patient is to be told is another now; a new visit has nothing yet that could follow. `overbooked` says
   * that the change puts it over another visit or over time off.
   */
  async changed<T extends VisitEvent>(
    ctx: TxCtx,
    visit: AppointmentDto,
    type: T,
    payload: EventMap[T],
    { before, overbooked = false, reason }: { before?: AppointmentDto; overbooked?: boolean; reason?: string } = {},
  ): Promise<boolean> {
    await this.outbox.add(ctx, type, payload);
    await this.audit.add(ctx, {
      what: 'appointment',
      action: type === 'appointment.booked' ? 'create' : 'update',
      patientId: visit.patientId,
      entityId: visit.id,
      reason: reason ?? (overbooked ? 'overbook' : null),
    });
    if (TAKES_TIME.includes(type)) this.followers.placed(ctx, visit);
    if (!before) return false;
    const untold = await this.untold.follow(ctx, before, visit, type, 'by' in payload ? payload.by : undefined);
    return (await this.followers.changed(ctx, before, visit)) || untold;
  }
}

/** Which visit, of whom, with whom. */
export function refOf({ id, patientId, practitionerId }: AppointmentDto): EventMap['appointment.arrived'] {
  return { appointmentId: id, patientId, practitionerId };
}

export function timeOf(visit: AppointmentDto): EventMap['appointment.booked'] {
  const { serviceId, locationId, start, end, timeVersion } = visit;
  return { ...refOf(visit), serviceId, locationId, start, end, timeVersion };
}

/** What a visit is now, and what it was. */
export function moveOf(before: AppointmentDto, visit: AppointmentDto): EventMap['appointment.moved'] {
  const { start, end, practitionerId, locationId, serviceId } = before;
  return {
    ...timeOf(visit),
    previousStart: start,
    previousEnd: end,
    previousPractitionerId: practitionerId,
    previousLocationId: locationId,
    previousServiceId: serviceId,
  };
}
