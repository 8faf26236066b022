import { EARLIEST_DAY, isKeptInstant, LATEST_DAY, MINUTE } from '@keel/calendar';
import { EXPECTED_STATUSES, nextStatus } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { type Ctx, Db, type IfMatchValue, InvalidProblem, newId, type TxCtx } from '../../platform/index.js';
import { Bookings } from '../bookings/bookings.js';
import type { Claim, Need } from '../bookings/claim.js';
import { NotMovableError, TransitionError } from '../scheduling.errors.js';
import { Appointment } from './appointment.entity.js';
import { AppointmentRecords } from './appointment-records.js';
import type { AppointmentDto, BookAppointmentDto, MoveAppointmentDto, RestoreAppointmentDto } from './appointments.dto.js';
import { isAsShown, isAsTold } from './as-confirmed.js';
import { givenAnew, givenBy } from './placing.js';
import { weigh } from './retaking.js';
import { SlotAlternatives } from './slot-alternatives.js';
import { moveOf, timeOf, AppointmentEvents } from './appointment-events.js';
import { BookingRules } from './booking-rules.js';

/** Gives appointments their time: books, moves, restores. */
@Injectable()
export class AppointmentBooking {
  constructor(
    private readonly db: Db,
    private readonly records: AppointmentRecords,
    private readonly plans: BookingRules,
    private readonly bookings: Bookings,
    private readonly alternatives: SlotAlternatives,
    private readonly log: AppointmentEvents,
  ) {}

  /** @throws SlotTakenError, PractitionerAwayError with the nearest free times; NotFoundProblem; ServiceNotOfferedError */
  async book(ctx: Ctx, dto: BookAppointmentDto): Promise<AppointmentDto> {
    const { patientId, practitionerId, serviceId, overbook = false } = dto;
    const start = new Date(dto.start);
    const book = async (ctx: TxCtx) => {
      const plan = await this.plans.make(ctx, { patientId, practitionerId, serviceId, locationId: dto.locationId, start });
      const durationMinutes = dto.durationMinutes ?? plan.durationMinutes;
      const end = endOf(start, durationMinutes, dto);
      const id = newId();
      await ctx.tx.getRepository(Appointment).insert({
        clinicId: ctx.clinicId,
        id,
        patientId,
        practitionerId,
        serviceId,
        locationId: plan.locationId,
        placeNamed: dto.locationId !== undefined,
        startAt: start,
        endAt: end,
        status: 'booked',
        ...givenBy(ctx),
        overbook,
      });
      const wish = { serviceId, practitionerId, start: start.getTime(), durationMinutes };
      const claim = claimOf({ id, practitionerId, start, end, overbook }, plan, wish);
      const appointment = await this.taken(ctx, claim, this.bookings.take(ctx, claim));
      await this.log.changed(ctx, appointment, 'appointment.booked', timeOf(appointment), { overbooked: overbook });
      return appointment;
    };
    return this.alternatives.around(ctx, () => this.db.tx(ctx, book));
  }

  /** Moves, reassigns, lengthens or changes the service of an appointment that has not begun. */
  async move(ctx: Ctx, id: string, dto: MoveAppointmentDto, ifMatch: IfMatchValue): Promise<AppointmentDto> {
    const move = async (ctx: TxCtx, current: AppointmentDto) => {
      if (!EXPECTED_STATUSES.includes(current.status)) throw new NotMovableError(current.status);
      const { practitionerId = current.practitionerId, serviceId = current.serviceId } = dto;
      const start = new Date(dto.start ?? current.start);
      // What is sent and is so already changes nothing.
      const stays = start.getTime() === Date.parse(current.start) && practitionerId === current.practitionerId;
      // Overbooking was asked for at the former time only.
      const overbook = dto.overbook ?? (stays && current.overbook);
      const placeNamed = dto.placeNamed ?? (dto.locationId !== undefined || current.placeNamed);
      // An appointment that goes to somebody else may go to another place too, unless its place was named.
      const locationId = dto.locationId ?? (stays || placeNamed ? current.locationId : undefined);
      // What stays where it is may be changed there, though nothing is booked there any more.
      const kept = { ...current, placing: stays ? 'stays' : 'anew' } as const;
      const plan = await this.plans.make(ctx, { patientId: current.patientId, practitionerId, serviceId, locationId, start }, kept);
      const durationMinutes = dto.durationMinutes ?? (serviceId === current.serviceId ? lengthOf(current) : plan.durationMinutes);
      const end = endOf(start, durationMinutes, dto);
      const wish = { serviceId, practitionerId, start: start.getTime(), durationMinutes };
      const claim = claimOf({ id, practitionerId, start, end, overbook }, plan, wish);
      const taking = await weigh(ctx, this.bookings, claim, current);
      this.bookings.release(ctx, claim.owner);
      const after = { start: start.toISOString(), end: end.toISOString(), locationId: plan.locationId, practitionerId };
      // The patient has confirmed what was shown, not what it is now.
      const status = current.status === 'confirmed' && !isAsShown(current, after) ? 'booked' : current.status;
      await ctx.tx.getRepository(Appointment).update(
        { clinicId: ctx.clinicId, id },
        {
          practitionerId,
          serviceId,
          locationId: plan.locationId,
          placeNamed,
          startAt: start,
          endAt: end,
          ...givenAnew(ctx, plan.ownWord, current, { practitionerId, start }),
          overbook: taking.overbook,
          status,
          ...(!isAsTold(current, after) && { timeVersion: current.timeVersion + 1, readdressedFrom: null }),
          version: current.version + 1,
          shownVersion: isAsShown(current, after) ? current.shownVersion : current.version + 1,
        },
      );
      const appointment = await this.taken(ctx, claim, this.bookings.put(ctx, claim, taking.stretches, taking.overbook));
      const told = moveOf(current, appointment);
      const carded = await this.log.changed(ctx, appointment, 'appointment.moved', told, {
        before: current,
        overbooked: taking.overbooksAnew,
      });
      return carded ? this.records.reread(ctx, id) : appointment;
    };
    return this.alternatives.around(ctx, () => this.records.change(ctx, id, ifMatch, move));
  }

  /** Takes back a cancellation or a no-show, while the time is free. @throws as `book`, without other times: it has the one alone */
  async restore(ctx: Ctx, id: string, dto: RestoreAppointmentDto, ifMatch: IfMatchValue): Promise<AppointmentDto> {
    const restore = async (ctx: TxCtx, current: AppointmentDto) => {
      const { patientId, practitionerId, serviceId, locationId } = current;
      // That it was once booked over somebody was said of who was there then.
      const { overbook = false } = dto;
      const kept = { id, practitionerId, serviceId, locationId, placing: 'back' } as const;
      const status = nextStatus(current.status, 'restore');
      if (!status) throw new TransitionError(current.status);
      const [start, end] = [new Date(current.start), new Date(current.end)];
      const plan = await this.plans.make(ctx, { patientId, practitionerId, serviceId, locationId, start }, kept);
      const claim = claimOf({ id, practitionerId, start, end, overbook }, plan, null);
      const taking = await weigh(ctx, this.bookings, claim, current);
      const giver = givenAnew(ctx, plan.ownWord, null, current);
      const version = current.version + 1;
      // What the patient answered before is of the appointment that was called off: a no that comes late, or twice, is not to this one.
      const answers = { cancelledBy: null, cancelReason: null, shownVersion: version };
      const columns = { status, ...giver, ...answers, overbook: taking.overbook, version };
      await ctx.tx.getRepository(Appointment).update({ clinicId: ctx.clinicId, id }, columns);
      const appointment = await this.taken(ctx, claim, this.bookings.put(ctx, claim, taking.stretches, taking.overbook));
      const told = { before: current, overbooked: taking.overbooksAnew };
      const carded = await this.log.changed(ctx, appointment, 'appointment.restored', timeOf(appointment), told);
      return carded ? this.records.reread(ctx, id) : appointment;
    };
    return this.alternatives.around(ctx, () => this.records.change(ctx, id, ifMatch, restore));
  }

  /** The appointment once its time is taken, asked for in the same breath. */
  private async taken(ctx: TxCtx, { owner }: Claim, taking: Promise<void>): Promise<AppointmentDto> {
    const appointment = this.records.reread(ctx, owner.id);
    // Where the time is refused nobody asks for this answer.
    appointment.catch(() => undefined);
    await taking;
    return appointment;
  }
}

type Placed = Pick<Claim, 'start' | 'end' | 'overbook'> & { id: string; practitionerId: string };

/** An appointment needs its practitioner, with the buffers of its service. */
function claimOf({ id, practitionerId, ...time }: Placed, buffers: Omit<Need, 'resourceId'>, wish: Claim['wish']): Claim {
  const { bufferBeforeMinutes, bufferAfterMinutes } = buffers;
  const needs = [{ resourceId: practitionerId, bufferBeforeMinutes, bufferAfterMinutes }];
  return { owner: { kind: 'appointment', id }, needs, ...time, wish };
}

function lengthOf({ start, end }: AppointmentDto): number {
  return (Date.parse(end) - Date.parse(start)) / MINUTE;
}

/** @throws InvalidProblem beyond the last day that is kept */
function endOf(start: Date, durationMinutes: number, asked: Pick<BookAppointmentDto, 'durationMinutes'>): Date {
  const end = new Date(start.getTime() + durationMinutes * MINUTE);
  if (isKeptInstant(end.toISOString())) return end;
  const pointer = asked.durationMinutes === undefined ? '/start' : '/durationMinutes';
  throw new InvalidProblem([{ pointer, detail: `lets the appointment end outside of the time from ${EARLIEST_DAY} to ${LATEST_DAY}` }]);
}
