import type { Profession } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { type Ctx, Db, InvalidProblem, NOT_PERSONAL, NotFoundProblem, now, type TxCtx } from '../../platform/index.js';
import { AppointmentsService } from '../../scheduling/index.js';
import { caller, SEES_ALL } from '../access/care.sql.js';
import { ChartAccessService } from '../access/chart-access.service.js';
import { AppointmentNotYoursError } from '../clinical.errors.js';
import type { StartNoteDto } from './notes.dto.js';

/** Whose note it will be, about whom, and when. */
export interface NoteSubject {
  patientId: string;
  practitionerId: string;
  practitionerName: string;
  profession: Profession;
  appointmentId: string | null;
  notedAt: Date;
}

interface CallerRow {
  seesAll: boolean;
  own: string | null;
  /** Of the practitioner that the note is for; null where there is none such. */
  profession: Profession | null;
  practitionerName: string | null;
}

/** Finds who a new note is about, and whether the caller may write it. */
@Injectable()
export class NoteSubjects {
  constructor(
    private readonly db: Db,
    private readonly appointments: AppointmentsService,
    private readonly access: ChartAccessService,
  ) {}

  async of(ctx: TxCtx, dto: StartNoteDto): Promise<NoteSubject> {
    if (dto.appointmentId) return this.ofAppointment(ctx, dto.appointmentId, dto);
    if (dto.patientId) return this.ofPatient(ctx, dto.patientId, dto.practitionerId);
    throw new InvalidProblem([{ pointer: '/appointmentId', detail: 'Name the appointment, or the patient where there was none.' }]);
  }

  /**
   * The appointment's patient and practitioner; another's appointment is written up only by one who sees all. An appointment that has arrived
   * is in session from now on, unless the transaction is given up.
   */
  private async ofAppointment(ctx: TxCtx, appointmentId: string, dto: StartNoteDto): Promise<NoteSubject> {
    const { patientId, practitionerId, start } = await this.appointments.startFromNote(ctx, appointmentId);
    for (const field of ['patientId', 'practitionerId'] as const) {
      if (dto[field] && dto[field] !== { patientId, practitionerId }[field]) {
        throw new InvalidProblem([{ pointer: `/${field}`, detail: 'This is not the one of the appointment. Leave it out.' }]);
      }
    }
    const { seesAll, own, profession, practitionerName } = await this.caller(ctx, practitionerId);
    if (!seesAll && own !== practitionerId) throw new AppointmentNotYoursError();
    if (!profession || !practitionerName) throw new NotFoundProblem('practitioner');
    return { patientId, practitionerId, practitionerName, profession, appointmentId, notedAt: new Date(start) };
  }

  private async ofPatient(ctx: TxCtx, patientId: string, wanted: string | undefined): Promise<NoteSubject> {
    await this.access.assertCare(ctx, patientId);
    const { seesAll, own, profession, practitionerName } = await this.caller(ctx, wanted ?? null);
    const practitionerId = wanted ?? own;
    if (!practitionerId) {
      throw new InvalidProblem([{ pointer: '/practitionerId', detail: 'You are no practitioner here; name the one whose note this is.' }]);
    }
    if (!profession || !practitionerName) throw new NotFoundProblem('practitioner');
    if (!seesAll && own !== practitionerId) {
      throw new InvalidProblem([{ pointer: '/practitionerId', detail: 'A practitioner writes only notes of their own. Leave it out.' }]);
    }
    return { patientId, practitionerId, practitionerName, profession, appointmentId: null, notedAt: now(ctx) };
  }

  /** The caller, with the profession of the practitioner that the note is for. */
  private async caller(ctx: Ctx, practitionerId: string | null): Promise<CallerRow> {
    const sql = `SELECT ${SEES_ALL} AS "seesAll", own.id AS own, pr.profession, pr.display_name AS "practitionerName"
      FROM (SELECT 1) AS one
        LEFT JOIN (SELECT practitioner_id AS id FROM staff_card WHERE user_id = $2::uuid) AS own ON true
        LEFT JOIN practitioner_card pr ON pr.id = COALESCE($3::uuid, own.id)`;
    const [row] = await this.db.read<CallerRow>(ctx, NOT_PERSONAL, sql, [...caller(ctx), practitionerId]);
    return row ?? { seesAll: false, own: null, profession: null, practitionerName: null };
  }
}
