import {
  type AppointmentAction,
  type AppointmentStatus,
  type EventMap,
  EXPECTED_STATUSES,
  KEPT_STATUSES,
  LIVE_STATUSES,
  nextStatus,
  type Page,
} from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { ClinicsService } from '../../identity/index.js';
import { type Ctx, Db, type IfMatchValue, loginBehind, NOT_PERSONAL, now, type TxCtx } from '../../platform/index.js';
import { PatientFlags } from '../flags/patient-flags.js';
import { TransitionError, AppointmentDocumentedError, AppointmentNotBegunError, AppointmentNotKeptError } from '../scheduling.errors.js';
import { Appointment } from './appointment.entity.js';
import { letGo } from './retaking.js';
import { AppointmentRecords } from './appointment-records.js';
import type { AppointmentDto, AppointmentsQuery, CancelAppointmentDto, ConfirmAppointmentDto } from './appointments.dto.js';
import { Bookings } from '../bookings/bookings.js';
import { assertLived } from './lifetimes.js';
import { isLateCancellation } from './late-cancellation.js';
import { newsIn, readStages, type Stages } from './tellings.js';
import { refOf, type AppointmentEvent, AppointmentEvents } from './appointment-events.js';

type Columns = Partial<Pick<Appointment, 'status' | 'cancelledBy' | 'cancelReason'>>;

/** An appointment to come, without a word of whose. */
export interface AppointmentAhead {
  id: string;
  start: Date;
  status: AppointmentStatus;
  timeVersion: number;
  /** The first of its time versions since which only the address of its place was another; null where the latest is of its own. */
  readdressedFrom: number | null;
}

/** What one action does beside changing the state by the contracts' table. */
interface Step<T extends AppointmentEvent> {
  action: AppointmentAction;
  event: T;
  /** @throws Problem where a rule forbids it */
  check?: (appointment: AppointmentDto, ctx: TxCtx) => void | Promise<void>;
  columns?: (appointment: AppointmentDto) => Columns;
  /** Where it says something though the state stays as it is. */
  again?: (appointment: AppointmentDto) => boolean;
  /** The state that it leads to: from a patient who finds it so it is an answer all the same, and no error. */
  done?: readonly AppointmentStatus[];
  payload: (appointment: AppointmentDto) => EventMap[T];
}

/** Takes appointments through their states, and tells the floors above about them. */
@Injectable()
export class AppointmentsService {
  constructor(
    private readonly db: Db,
    private readonly records: AppointmentRecords,
    private readonly bookings: Bookings,
    private readonly clinics: ClinicsService,
    private readonly standing: PatientFlags,
    private readonly log: AppointmentEvents,
  ) {}

  /** @throws NotFoundProblem for another clinic's appointment too */
  async get(ctx: Ctx, id: string): Promise<AppointmentDto> {
    return this.records.get(ctx, id);
  }

  /** Nobody changes the appointment until the transaction ends; whoever was about to is waited for. */
  keep(ctx: TxCtx, id: string): Promise<void> {
    return this.records.keep(ctx, id);
  }

  /** Whether its place was corrected since it was kept, and what follows for it is not written yet: then it is not to be told of as it is read. */
  isBehind(ctx: TxCtx, id: string): Promise<boolean> {
    return this.records.isBehind(ctx, id);
  }

  /** The first of its time versions since which only the address of its place was another; undefined where the latest is of its own. */
  async readdressedFrom(ctx: Ctx, id: string): Promise<number | undefined> {
    const sql = 'SELECT readdressed_from AS "from" FROM appointment WHERE id = $1 AND readdressed_from IS NOT NULL';
    return (await this.db.read<{ from: number }>(ctx, NOT_PERSONAL, sql, [id]))[0]?.from;
  }

  /** At which location it is; undefined where there is no such appointment. */
  async placeOf(ctx: Ctx, id: string): Promise<string | undefined> {
    const sql = 'SELECT location_id AS "locationId" FROM appointment WHERE id = $1';
    const [row] = await this.db.read<{ locationId: string }>(ctx, NOT_PERSONAL, sql, [id]);
    return row?.locationId;
  }

  /**
   * Whether the appointment is still to come at this time, and where it is known to be: for the last look before something about it leaves the
   * house. Another address of its place counts from when it was said, though it is not written beside the appointment yet.
   */
  async standsAt(ctx: Ctx, id: string, timeVersion: number): Promise<boolean> {
    const sql = `SELECT 1 FROM appointment a WHERE a.id = $1 AND a.time_version = $2 AND a.status IN ('booked', 'confirmed')
      AND NOT EXISTS (SELECT 1 FROM address_news owed WHERE owed.clinic_id = a.clinic_id AND owed.appointment_id = a.id)`;
    return (await this.db.read(ctx, NOT_PERSONAL, sql, [id, timeVersion])).length > 0;
  }

  /** Those of these appointments that are still to come, whatever time they are moved to. */
  async toCome(ctx: Ctx, ids: readonly string[]): Promise<Set<string>> {
    const sql = 'SELECT id FROM appointment WHERE id = ANY ($1) AND start_at > $2 AND status = ANY ($3)';
    const rows = await this.db.read<{ id: string }>(ctx, NOT_PERSONAL, sql, [ids, now(ctx), EXPECTED_STATUSES]);
    return new Set(rows.map(({ id }) => id));
  }

  /** What of an appointment its patient may hold to be otherwise, and no person has told them. */
  async newsOf(ctx: Ctx, id: string): Promise<{ practitioner: boolean; place: boolean }> {
    const sql = 'SELECT tellings FROM appointment WHERE id = $1';
    const [row] = await this.db.read<{ tellings: Stages | null }>(ctx, NOT_PERSONAL, sql, [id]);
    return newsIn(readStages(row?.tellings ?? null));
  }

  async list(ctx: Ctx, query: AppointmentsQuery): Promise<Page<AppointmentDto>> {
    return this.records.list(ctx, query);
  }

  /** Every appointment to come that stands, by its ids and time alone. */
  async upcoming(ctx: Ctx): Promise<{ id: string; patientId: string; start: Date; timeVersion: number }[]> {
    const sql = `SELECT id, patient_id AS "patientId", start_at AS "start", time_version AS "timeVersion" FROM appointment
      WHERE status IN ('booked', 'confirmed') AND start_at > $1`;
    return this.db.read(ctx, NOT_PERSONAL, sql, [now(ctx)]);
  }

  /** Appointments of a patient whose time is still to come, or was, as far as they know; by their ids, as whoever holds several does. */
  async aheadOf(ctx: Ctx, patientId: string): Promise<AppointmentAhead[]> {
    const sql = `SELECT id, start_at AS "start", status, time_version AS "timeVersion", readdressed_from AS "readdressedFrom"
      FROM appointment WHERE patient_id = $1 AND greatest(start_at, told_start_at) > $2 ORDER BY id`;
    return this.db.read(ctx, NOT_PERSONAL, sql, [patientId, now(ctx)]);
  }

  async confirm(ctx: Ctx, id: string, dto: ConfirmAppointmentDto = {}, ifMatch?: IfMatchValue): Promise<AppointmentDto> {
    const by = dto.by ?? 'clinic';
    // Staff have confirmed it, and the patient's own yes tells besides that they know of it.
    const again = ({ status, untold }: AppointmentDto) => by === 'patient' && status === 'confirmed' && untold;
    const payload = (appointment: AppointmentDto) => ({ ...refOf(appointment), by });
    return this.act(ctx, id, ifMatch, { action: 'confirm', event: 'appointment.confirmed', again, done: ['confirmed'], payload });
  }

  /** @throws AppointmentAfterDeathError, AppointmentBeforeBirthError; so do `start` and `complete` */
  async arrive(ctx: Ctx, id: string, ifMatch?: IfMatchValue): Promise<AppointmentDto> {
    return this.act(ctx, id, ifMatch, { action: 'arrive', event: 'appointment.arrived', check: lived, payload: refOf });
  }

  /** @throws AppointmentDocumentedError for one with a signed note; whatever a floor above throws */
  async unarrive(ctx: Ctx, id: string, ifMatch?: IfMatchValue): Promise<AppointmentDto> {
    return this.act(ctx, id, ifMatch, { action: 'unarrive', event: 'appointment.unarrived', check: assertUndocumented, payload: refOf });
  }

  async start(ctx: Ctx, id: string, ifMatch?: IfMatchValue): Promise<AppointmentDto> {
    return this.act(ctx, id, ifMatch, { action: 'start', event: 'appointment.started', check: lived, payload: refOf });
  }

  async complete(ctx: Ctx, id: string, ifMatch?: IfMatchValue): Promise<AppointmentDto> {
    return this.act(ctx, id, ifMatch, { action: 'complete', event: 'appointment.completed', check: lived, payload: refOf });
  }

  /** Takes a completion back; what is billed stays as it is. @throws AppointmentDocumentedError for one with a signed note */
  async reopen(ctx: Ctx, id: string, ifMatch?: IfMatchValue): Promise<AppointmentDto> {
    const check = (appointment: AppointmentDto, ctx: TxCtx) => {
      assertUndocumented(appointment);
      // Whoever books with its practitioner may lean on its being over, and is waited for.
      this.bookings.lock(ctx, [appointment.practitionerId]);
    };
    return this.act(ctx, id, ifMatch, { action: 'reopen', event: 'appointment.reopened', check, payload: refOf });
  }

  /** @throws AppointmentNotBegunError before its time: until then somebody may still come */
  async noShow(ctx: Ctx, id: string, ifMatch?: IfMatchValue): Promise<AppointmentDto> {
    const check = ({ start }: AppointmentDto) => {
      if (new Date(start) > now(ctx)) throw new AppointmentNotBegunError(start);
    };
    return this.act(ctx, id, ifMatch, { action: 'no_show', event: 'appointment.no_show', check, payload: refOf });
  }

  /** @throws AppointmentDocumentedError, as `unarrive` */
  async leaveUnseen(ctx: Ctx, id: string, ifMatch?: IfMatchValue): Promise<AppointmentDto> {
    return this.act(ctx, id, ifMatch, {
      action: 'leave_unseen',
      event: 'appointment.left_unseen',
      check: assertUndocumented,
      payload: refOf,
    });
  }

  /** A patient who cancels inside the clinic's notice period cancels late. */
  async cancel(ctx: Ctx, id: string, dto: CancelAppointmentDto, ifMatch?: IfMatchValue): Promise<AppointmentDto> {
    const { by, reason = null } = dto;
    const { cancellationNoticeHours } = await this.clinics.get(ctx);
    const late = (appointment: AppointmentDto) =>
      appointment.status !== 'pending' && isLateCancellation(by, new Date(appointment.start), now(ctx), cancellationNoticeHours);
    return this.act(ctx, id, ifMatch, {
      action: 'cancel',
      event: 'appointment.cancelled',
      done: ['cancelled', 'late_cancelled'],
      columns: (appointment) => ({ status: late(appointment) ? 'late_cancelled' : 'cancelled', cancelledBy: by, cancelReason: reason }),
      payload: (appointment) => ({ ...refOf(appointment), by, late: appointment.status === 'late_cancelled', start: appointment.start }),
    });
  }

  /**
   * Starting a note advances an appointment that has arrived; any other is left as it is, and not locked.
   * @throws AppointmentNotKeptError for one that is off: its note could never be signed
   */
  async startFromNote(ctx: TxCtx, id: string): Promise<AppointmentDto> {
    const appointment = await this.records.reread(ctx, id);
    if (!LIVE_STATUSES.includes(appointment.status)) throw new AppointmentNotKeptError(appointment.status, 'begin');
    if (appointment.status !== 'arrived') return appointment;
    // Two notes may be started at once: only one of them finds it still arrived.
    const held = await this.records.hold(ctx, id);
    return held.status === 'arrived' ? this.start(ctx, id) : held;
  }

  /**
   * A signed note completes its appointment; that somebody was seen who was never marked as arrived shows only now.
   * @throws AppointmentNotKeptError for one to which nobody came or will
   */
  async markDocumented(ctx: TxCtx, id: string): Promise<void> {
    const { status } = await this.records.hold(ctx, id);
    const arrives = nextStatus(status, 'arrive') !== undefined;
    if (!arrives && !KEPT_STATUSES.includes(status)) throw new AppointmentNotKeptError(status, 'sign');
    if (arrives) await this.arrive(ctx, id);
    if (arrives || nextStatus(status, 'complete')) await this.complete(ctx, id);
  }

  private async act<T extends AppointmentEvent>(ctx: Ctx, id: string, ifMatch: IfMatchValue, step: Step<T>): Promise<AppointmentDto> {
    return this.records.change(ctx, id, ifMatch, async (ctx, current) => {
      const status = nextStatus(current.status, step.action) ?? (step.again?.(current) ? current.status : undefined);
      if (!status && step.done?.includes(current.status) && (await this.log.answeredAgain(ctx, current)))
        return this.records.reread(ctx, id);
      if (!status) throw new TransitionError(current.status);
      await step.check?.(current, ctx);
      const turns = KEPT_STATUSES.includes(status) !== KEPT_STATUSES.includes(current.status);
      const received = turns ? receivedNow(KEPT_STATUSES.includes(status) ? ctx : null) : {};
      const columns = { status, ...received, ...step.columns?.(current), version: current.version + 1 };
      await ctx.tx.getRepository(Appointment).update({ clinicId: ctx.clinicId, id }, columns);
      if (turns) this.standing.countKept(ctx, current.patientId);
      if (!LIVE_STATUSES.includes(columns.status)) letGo(ctx, id);
      const appointment = await this.records.reread(ctx, id);
      const carded = await this.log.changed(ctx, appointment, step.event, step.payload(appointment), { before: current });
      return carded ? this.records.reread(ctx, id) : appointment;
    });
  }
}

const lived = (appointment: AppointmentDto, ctx: TxCtx): Promise<void> => assertLived(ctx, appointment);

/** Who says that the patient came, and when; nobody, where that is taken back. */
function receivedNow(ctx: TxCtx | null): Pick<Appointment, 'receivedBy' | 'receivedAt'> {
  return { receivedBy: ctx && loginBehind(ctx), receivedAt: ctx && now(ctx) };
}

/** @throws AppointmentDocumentedError */
function assertUndocumented({ documented }: AppointmentDto): void {
  if (documented) throw new AppointmentDocumentedError();
}
