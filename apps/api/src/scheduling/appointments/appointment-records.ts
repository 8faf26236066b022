import { toRfc3339 } from '@keel/calendar';
import { CALLED_OFF_STATUSES, EXPECTED_STATUSES, INVOICEABLE_STATUSES, type LocalText, type Page, viewOf } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import {
  type Access,
  assertVersion,
  type Ctx,
  Db,
  decodeCursor,
  type IfMatchValue,
  LinkGoneError,
  LinkTokens,
  NOT_PERSONAL,
  NotFoundProblem,
  prepared,
  sent,
  StaleVersionError,
  systemCtx,
  toPage,
  type TxCtx,
} from '../../platform/index.js';
import { keepPatient } from '../../patients/index.js';
import { ClinicRange } from '../clinic-range.js';
import type { AppointmentDto, AppointmentsQuery, AppointmentToldDto, UntoldCountDto } from './appointments.dto.js';

const sqlList = (statuses: readonly string[]) => statuses.map((status) => `'${status}'`).join(', ');

/**
 * Whether the patient is still to be told of a change. That ends when both the time that they know and the present one have come. There is
 * nothing to tell of an appointment to which they came, nor of one that they called off, unless it turned out that somebody else did; nor
 * where the patient has died: nobody shall call the bereaved about it.
 */
const NEWS = `(a.told_start_at IS NOT NULL AND greatest(a.told_start_at, a.start_at) > now()
      AND (a.status IN (${sqlList(EXPECTED_STATUSES)}) OR (a.status IN (${sqlList(CALLED_OFF_STATUSES)}) 
        AND (a.cancelled_by = 'clinic' OR a.tellings->-1->>'off' = 'true')))
      AND NOT EXISTS (SELECT 1 FROM patient_card dead WHERE dead.clinic_id = a.clinic_id AND dead.id = a.patient_id AND dead.deceased_on IS NOT NULL))`;
const UNTOLD = `(a.told_at IS NULL AND ${NEWS})`;
/** That a person told the patient, and who. Few appointments have this, and the name is looked up for these alone. */
const TOLD = `CASE WHEN a.told_at IS NOT NULL AND a.told_message_id IS NULL THEN json_build_object('at', date_part('epoch', a.told_at) * 1000, 'undoable', ${NEWS}, 'by',
      (SELECT who.display_name FROM staff_card who WHERE who.clinic_id = a.clinic_id AND who.user_id = a.told_by)) END`;

/** Everything a schedule shows of an appointment, names included. */
export const APPOINTMENT_COLUMNS = `a.id, a.patient_id AS "patientId", a.practitioner_id AS "practitionerId", a.service_id AS "serviceId",
    a.location_id AS "locationId", date_part('epoch', a.start_at) * 1000 AS "start",
    date_part('epoch', a.end_at) * 1000 AS "end", a.status, a.time_version AS "timeVersion", a.shown_version AS "shownVersion", a.overbook,
    a.place_named AS "placeNamed", l.name AS "locationName", l.time_zone AS "timeZone",
    a.cancelled_by AS "cancelledBy", a.cancel_reason AS "cancelReason", ${UNTOLD} AS untold, ${TOLD} AS told, a.version,
    c.documented, c.note_status AS "noteStatus", c.invoice_id AS "invoiceId", c.invoice_status AS "invoiceStatus",
    pa.first_name AS "firstName", pa.last_name AS "lastName", pa.preferred_name AS "preferredName",
    cardinality(pa.alerts) AS "patientAlerts", coalesce(st.first_kept_at >= a.start_at, true) AS "newPatient",
    coalesce(st.owing > 0, false) AS owing, pr.display_name AS "displayName", pr.colour, s.name AS "serviceName", s.name_in AS "serviceNameIn",
    s.colour AS "serviceColour"`;
/** What the columns are of, beside the `appointment a` that they begin with. */
export const APPOINTMENT_JOINS = `JOIN patient_card pa ON pa.clinic_id = a.clinic_id AND pa.id = a.patient_id
    JOIN practitioner_card pr ON pr.clinic_id = a.clinic_id AND pr.id = a.practitioner_id
    JOIN location_card l ON l.clinic_id = a.clinic_id AND l.id = a.location_id
    JOIN service s ON s.clinic_id = a.clinic_id AND s.id = a.service_id
    LEFT JOIN patient_standing st ON st.clinic_id = a.clinic_id AND st.id = a.patient_id
    LEFT JOIN appointment_card c ON c.clinic_id = a.clinic_id AND c.id = a.id`;
const SELECT = `SELECT ${APPOINTMENT_COLUMNS} FROM appointment a ${APPOINTMENT_JOINS}`;

const PERSONAL = { what: 'appointment', patients: 'patientId' } satisfies Access;

const TURN = 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))';

export interface AppointmentRow extends Omit<
  AppointmentDto,
  'start' | 'end' | 'told' | 'documented' | 'paid' | 'patient' | 'practitioner' | 'service' | 'location'
> {
  /** Epoch milliseconds: reading text into dates was a tenth of what a week cost. */
  start: number;
  end: number;
  told: (Omit<AppointmentToldDto, 'at'> & { at: number }) | null;
  documented: boolean | null;
  firstName: string;
  lastName: string;
  preferredName: string | null;
  displayName: string;
  colour: string;
  locationName: string;
  timeZone: string;
  serviceName: string;
  serviceNameIn: LocalText | null;
  serviceColour: string | null;
}

/** Something else than the appointment changed, and what follows of it is not written beside the appointment yet. */
const OWED = 'SELECT 1 FROM address_news WHERE appointment_id = $1 LIMIT 1';

/** As whom it is written, whoever was next at the appointment. */
export const NEWS_OF_ADDRESSES = 'address_news';

/** Writes what is owed, of an appointment that is held. */
type CatchUp = (ctx: TxCtx, id: string) => Promise<void>;

/** Reads appointments. */
@Injectable()
export class AppointmentRecords {
  private catchUp: CatchUp = () => Promise.resolve();

  constructor(
    private readonly db: Db,
    private readonly range: ClinicRange,
    private readonly links: LinkTokens,
  ) {}

  catchUpBy(catchUp: CatchUp): void {
    this.catchUp = catchUp;
  }

  /** @throws NotFoundProblem */
  async get(ctx: Ctx, id: string): Promise<AppointmentDto> {
    return this.one(ctx, PERSONAL, id);
  }

  /** The appointment inside a change of it, whose audit row stands for the look. @throws NotFoundProblem */
  async reread(ctx: TxCtx, id: string): Promise<AppointmentDto> {
    return this.one(ctx, { ...PERSONAL, toChange: true }, id);
  }

  /**
   * Waits until nobody else is changing the appointment or what belongs to it, notes and invoices, and keeps the turn to the end of
   * the transaction. Taken before any row of these is locked, so that nobody waits crosswise.
   */
  takeTurn(ctx: TxCtx, id: string): void {
    sent(ctx, TURN, [`appointment ${id}`]);
  }

  /**
   * Does something to the appointment, held, for whoever has seen it at the version `ifMatch`. Where it was behind, it has another version by
   * now, and that stays though they are refused for it: taken back with their transaction, it would be refused for the same again to
   * whoever reads it anew. @throws NotFoundProblem, StaleVersionError
   */
  async change<T>(ctx: Ctx, id: string, ifMatch: IfMatchValue, act: (ctx: TxCtx, current: AppointmentDto) => Promise<T>): Promise<T> {
    let wasBehind = false;
    try {
      return await this.db.tx(ctx, async (ctx) => {
        const held = await this.upToDate(ctx, id);
        wasBehind = held.wasBehind;
        const { current } = held;
        if (ctx.actor.type === 'link') await this.assertStillOpen(ctx, ctx.actor.id, current.patientId);
        assertVersion(ctx, ifMatch, {
          current,
          readBy: 'appointment:read',
          shows: { what: 'appointment', patientIds: [current.patientId] },
        });
        return act(ctx, current);
      });
    } catch (error) {
      // Of a transaction that is open still nothing is taken back here.
      if (wasBehind && !ctx.tx && error instanceof StaleVersionError) await this.settle(ctx, id);
      throw error;
    }
  }

  /** A press may have waited for its turn: whatever withdraws a link holds the appointment or the patient. @throws LinkGoneError */
  private async assertStillOpen(ctx: TxCtx, link: string, patientId: string): Promise<void> {
    keepPatient(ctx, patientId);
    if (!(await this.links.isOpen(ctx, link))) throw new LinkGoneError();
  }

  /** The appointment, held until the transaction ends. @throws NotFoundProblem */
  async hold(ctx: TxCtx, id: string): Promise<AppointmentDto> {
    return (await this.upToDate(ctx, id)).current;
  }

  private async upToDate(ctx: TxCtx, id: string): Promise<{ current: AppointmentDto; wasBehind: boolean }> {
    this.takeTurn(ctx, id);
    // First the lock, then the read: what a transaction we waited for wrote about the appointment must be seen.
    sent(ctx, 'SELECT 1 FROM appointment WHERE id = $1 FOR NO KEY UPDATE', [id]);
    const [owed, found] = await Promise.all([prepared(ctx, OWED, [id]), this.reread(ctx, id)]);
    if (owed.length === 0) return { current: found, wasBehind: false };
    await this.catchUp(ctx, id);
    return { current: await this.reread(ctx, id), wasBehind: true };
  }

  /** Writes what is owed by itself, and as nobody: it follows of the address, and not of what somebody asked for. */
  private async settle({ clinicId }: Ctx, id: string): Promise<void> {
    await this.db.tx(systemCtx(clinicId, NEWS_OF_ADDRESSES), (ctx) => this.hold(ctx, id));
  }

  /** Whether something follows for the appointment that is not written beside it yet. */
  async isBehind(ctx: TxCtx, id: string): Promise<boolean> {
    return (await prepared(ctx, OWED, [id])).length > 0;
  }

  /** Holds the appointment as it is, together with others who only need it unchanged. */
  async keep(ctx: TxCtx, id: string): Promise<void> {
    if (await this.isBehind(ctx, id)) await this.hold(ctx, id);
    sent(ctx, 'SELECT 1 FROM appointment WHERE id = $1 FOR SHARE', [id]);
  }

  /** Appointments by start, either way; a week of a clinic comes in one statement. */
  async list(ctx: Ctx, query: AppointmentsQuery): Promise<Page<AppointmentDto>> {
    const { from, to } = await this.range.of(ctx, query);
    const params: unknown[] = [];
    const where: string[] = [];
    // Only the conditions in use are in the text: the planner cannot see through "unless it is null".
    const filter = (condition: (slot: string) => string, value: unknown) => {
      if (value !== null && value !== undefined) where.push(condition(`$${params.push(value)}`));
    };
    filter((slot) => `a.start_at >= ${slot}`, from);
    filter((slot) => `a.start_at < ${slot}`, to);
    filter((slot) => `a.practitioner_id = ${slot}`, query.practitionerId);
    filter((slot) => `a.patient_id = ${slot}`, query.patientId);
    filter((slot) => `a.location_id = ${slot}`, query.locationId);
    filter((slot) => `a.status = ${slot}`, query.status);
    if (query.invoiced === 'true') where.push('c.invoice_id IS NOT NULL');
    filter((slot) => `c.invoice_id IS NULL AND a.status = ANY (${slot})`, query.invoiced === 'false' ? INVOICEABLE_STATUSES : undefined);
    if (query.untold) where.push(UNTOLD);
    const [start, id] = decodeCursor(query.cursor, 'instant', 'uuid') ?? [];
    const [beyond, order] = query.sort === '-start' ? ['<', 'a.start_at DESC, a.id DESC'] : ['>', 'a.start_at, a.id'];
    filter((slot) => `(a.start_at, a.id) ${beyond} (${slot}::timestamptz, $${params.push(id)}::uuid)`, start);
    const conditions = where.length > 0 ? `WHERE ${where.join(' AND ')}` : '';
    const sql = `${SELECT} ${conditions} ORDER BY ${order} LIMIT $${params.push(query.limit + 1)}`;
    const rows = await this.db.read<AppointmentRow>(ctx, PERSONAL, sql, params);
    return toPage(rows.map(appointmentsSeenBy(ctx)), query, (row) => [row.start, row.id]);
  }

  async countUntold(ctx: Ctx): Promise<UntoldCountDto> {
    const sql = `SELECT count(*)::integer AS count FROM appointment a WHERE ${UNTOLD}`;
    const [row] = await this.db.read<UntoldCountDto>(ctx, NOT_PERSONAL, sql);
    return { count: row?.count ?? 0 };
  }

  private async one(ctx: Ctx, access: Access, id: string): Promise<AppointmentDto> {
    const [row] = await this.db.read<AppointmentRow>(ctx, access, `${SELECT} WHERE a.id = $1`, [id]);
    if (!row) throw new NotFoundProblem('appointment');
    return appointmentsSeenBy(ctx)(row);
  }
}

/** Makes rows into appointments as whoever asks may see them. */
export function appointmentsSeenBy({ permissions }: Pick<Ctx, 'permissions'>): (row: AppointmentRow) => AppointmentDto {
  const view = viewOf('AppointmentDto', permissions);
  return (row) => view(toAppointmentDto(row));
}

function toAppointmentDto(row: AppointmentRow): AppointmentDto {
  const { firstName, lastName, preferredName, displayName, colour, locationName, timeZone, ...more } = row;
  const { serviceName, serviceNameIn, serviceColour, ...appointment } = more;
  return {
    ...appointment,
    start: toRfc3339(row.start),
    end: toRfc3339(row.end),
    told: row.told && { ...row.told, at: toRfc3339(row.told.at) },
    documented: row.documented ?? false,
    paid: row.invoiceStatus === 'paid',
    patient: { firstName, lastName, preferredName },
    practitioner: { displayName, colour },
    service: { name: serviceName, nameIn: serviceNameIn, colour: serviceColour },
    location: { name: locationName, timeZone },
  };
}
