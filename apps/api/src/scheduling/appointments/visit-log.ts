import type { EventMap, EventType } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { Audit, Outbox, type TxCtx } from '../../platform/index.js';
import type { AppointmentDto } from './appointments.dto.js';

const TAKES_TIME: readonly string[] = ['appointment.booked', 'appointment.moved', 'appointment.restored'];
export type VisitEvent = Extract<EventType, `appointment.${string}`>;

/** Every change of a visit is told by one event and one audit row, in the transaction that makes it. */
@Injectable()
export class VisitLog {
  constructor(
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  async changed<T extends VisitEvent>(ctx: TxCtx, visit: AppointmentDto, type: T, payload: EventMap[T]): Promise<void> {
    await this.outbox.add(ctx, type, payload);
    await this.audit.add(ctx, {
      what: 'appointment',
      action: type === 'appointment.booked' ? 'create' : 'update',
      patientId: visit.patientId,
      entityId: visit.id,
      reason: visit.overbook && TAKES_TIME.includes(type) ? 'overbook' : null,
    });
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
