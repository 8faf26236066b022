import { type AnsweredSection, canonicalJson, type Page } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import {
  type Access,
  assertVersion,
  Crypto,
  type Ctx,
  Db,
  decodeCursor,
  type IfMatchValue,
  NOT_PERSONAL,
  NotFoundProblem,
  SealBrokenError,
  sent,
  toPage,
  type TxCtx,
} from '../../platform/index.js';
import { AppointmentCards } from '../../scheduling/index.js';
import { caller, caresFor, OWNS_NOTE, READS_NOTE, SEES_ALL, WRITES_NOTE } from '../access/care.sql.js';
import { ChartClosedError, NoteConfidentialError, NoteIntegrityError, NoteNotYoursError, NoteTooLargeError } from '../clinical.errors.js';
import { type NoteBody, verifiedHistory } from './note-body.js';
import type { NoteDto, NoteHeadDto, NotesQuery, NoteVersionDto } from './notes.dto.js';
import { toNoteDto, toNoteVersionDto } from './notes.mapping.js';

/** A head's columns, of the note `n`; also for the chart. */
export const HEAD = `n.id, n.status, n.patient_id AS "patientId", n.appointment_id AS "appointmentId",
  n.practitioner_id AS "practitionerId", pr.display_name AS "practitionerName", n.template_id AS "templateId",
  n.template_version AS "templateVersion", n.title, n.confidential, n.shared, n.noted_at AS "notedAt", n.created_by AS "createdBy",
  n.created_at AS "createdAt", n.updated_at AS "updatedAt", n.signed_by AS "signedBy", n.signed_at AS "signedAt", n.version`;

export const HEADS_FROM = `FROM note n JOIN practitioner_card pr ON pr.clinic_id = n.clinic_id AND pr.id = n.practitioner_id`;

const ofVersions = (column: string) =>
  `ARRAY(SELECT v.${column} FROM note_version v WHERE v.clinic_id = n.clinic_id AND v.note_id = n.id ORDER BY v.number)`;

const WHOLE = `SELECT ${HEAD}, n.draft, ${ofVersions('id')} AS "versionIds", ${ofVersions('hash')} AS hashes, ${ofVersions('body')} AS bodies,
  ${WRITES_NOTE} AS writes ${HEADS_FROM} WHERE n.id = $4`;

/** Set when the note is started, and never after. */
const APPOINTMENT_OF = 'SELECT appointment_id AS "appointmentId" FROM note WHERE id = $1';

/** As JSON, all answers together: about 300 pages. */
const MAX_NOTE_CHARACTERS = 1_000_000;

const PERSONAL = { what: 'note', patients: 'patientId' } satisfies Access;
const TO_CHANGE: Access = { ...PERSONAL, toChange: true };

interface HeadRow extends Omit<NoteHeadDto, 'notedAt' | 'createdAt' | 'updatedAt' | 'signedAt'> {
  notedAt: Date;
  createdAt: Date;
  updatedAt: Date;
  signedAt: Date | null;
}

interface NoteRow extends HeadRow {
  draft: Buffer | null;
  versionIds: string[];
  hashes: Buffer[];
  bodies: Buffer[];
  writes: boolean;
}

type OfPatient = Pick<NoteHeadDto, 'id' | 'patientId'>;

const draftOf = ({ id, patientId }: OfPatient) => ({ table: 'note', column: 'draft', id, patientId });

/** Where a step of a note's history is sealed, by its own id. */
export const versionOf = (id: string, { patientId }: Pick<OfPatient, 'patientId'>) => ({
  table: 'note_version',
  column: 'body',
  id,
  patientId,
});

/** Reads notes, opens their seals, and holds them for a change. */
@Injectable()
export class NoteRecords {
  constructor(
    private readonly db: Db,
    private readonly crypto: Crypto,
    private readonly appointments: AppointmentCards,
  ) {}

  /** The note with its text, for those who may read it. @throws NotFoundProblem, ChartClosedError and its like */
  async open(ctx: Ctx, id: string): Promise<NoteDto> {
    const [row] = await this.db.read<NoteRow>(ctx, PERSONAL, `${WHOLE} AND ${READS_NOTE}`, [...caller(ctx), ctx.actor.id, id]);
    if (!row) throw await this.refusal(ctx, id);
    return this.unseal(ctx, row);
  }

  /** Every step that was signed. */
  async history(ctx: Ctx, id: string): Promise<NoteVersionDto[]> {
    const [row] = await this.db.read<NoteRow>(ctx, PERSONAL, `${WHOLE} AND ${READS_NOTE}`, [...caller(ctx), ctx.actor.id, id]);
    if (!row) throw await this.refusal(ctx, id);
    const bodies = await this.bodies(ctx, row);
    return bodies.map((body, at) => toNoteVersionDto(body, row.versionIds[at] ?? '', row.hashes[at]?.toString('hex') ?? ''));
  }

  /** The head alone, for the floors above: no care relationship is asked, since no word of the text is in it. */
  async head(ctx: Ctx, id: string): Promise<NoteHeadDto> {
    const access = { what: 'note.head', patients: 'patientId' };
    const [row] = await this.db.read<HeadRow>(ctx, access, `SELECT ${HEAD} ${HEADS_FROM} WHERE n.id = $1`, [id]);
    if (!row) throw new NotFoundProblem('note');
    return toHead(row);
  }

  /** The note inside a change of it, whose audit row stands for the look. */
  async reread(ctx: TxCtx, id: string): Promise<NoteDto> {
    const [row] = await this.db.read<NoteRow>(ctx, TO_CHANGE, WHOLE, [...caller(ctx), ctx.actor.id, id]);
    if (!row) throw new NotFoundProblem('note');
    return this.unseal(ctx, row);
  }

  /** The note, held until the transaction ends, for one who may change it. */
  async hold(ctx: TxCtx, id: string, ifMatch: IfMatchValue): Promise<NoteDto> {
    // First the lock, then the read: what a transaction we waited for wrote about the note must be seen.
    sent(ctx, 'SELECT 1 FROM note WHERE id = $1 FOR UPDATE', [id]);
    const [row] = await this.db.read<NoteRow>(ctx, TO_CHANGE, WHOLE, [...caller(ctx), ctx.actor.id, id]);
    if (!row?.writes) throw await this.refusal(ctx, id);
    const current = await this.unseal(ctx, row);
    assertVersion(ctx, ifMatch, { current, readBy: 'chart:read', shows: { what: 'note', patientIds: [current.patientId] } });
    return current;
  }

  /**
   * Held for a change that goes on to its appointment, as signing does: the appointment's turn comes before the note's row, as it does for
   * whoever begins from the appointment.
   */
  async holdWithAppointment(ctx: TxCtx, id: string, ifMatch: IfMatchValue): Promise<NoteDto> {
    const [note] = await ctx.tx.query<{ appointmentId: string | null }[]>(APPOINTMENT_OF, [id]);
    if (note?.appointmentId) this.appointments.takeTurn(ctx, note.appointmentId);
    return this.hold(ctx, id, ifMatch);
  }

  /** Heads, newest appointment first. The caller has asked for the care relationship where the query names a patient. */
  async list(ctx: Ctx, query: NotesQuery): Promise<Page<NoteHeadDto>> {
    const params: unknown[] = query.patientId ? [] : [...caller(ctx), ctx.actor.id];
    const where = query.patientId ? [] : [`(${OWNS_NOTE} OR ${SEES_ALL})`];
    const filter = (condition: (slot: string) => string, value: unknown) => {
      if (value !== undefined) where.push(condition(`$${params.push(value)}`));
    };
    filter((slot) => `n.patient_id = ${slot}`, query.patientId);
    filter((slot) => `n.appointment_id = ${slot}`, query.appointmentId);
    filter((slot) => `n.practitioner_id = ${slot}`, query.practitionerId);
    filter((slot) => `n.status = ${slot}`, query.status);
    const [at, id] = decodeCursor(query.cursor, 'instant', 'uuid') ?? [];
    filter((slot) => `(n.noted_at, n.id) < (${slot}::timestamptz, $${params.push(id)}::uuid)`, at);
    const sql = `SELECT ${HEAD} ${HEADS_FROM} WHERE ${where.join(' AND ')} ORDER BY n.noted_at DESC, n.id DESC LIMIT $${params.push(query.limit + 1)}`;
    const rows = await this.db.read<HeadRow>(ctx, { what: 'note.head', patients: 'patientId' }, sql, params);
    return toPage(rows.map(toHead), query, (row) => [row.notedAt, row.id]);
  }

  /** Why the caller may not, said only about notes of their own clinic. */
  private async refusal(ctx: Ctx, id: string): Promise<Error> {
    const sql = `SELECT n.patient_id AS "patientId", n.confidential AND NOT n.shared AS confidential, ${caresFor('n.patient_id')} AS cares
      FROM note n WHERE n.id = $3`;
    const rows = await this.db.read<{ patientId: string; confidential: boolean; cares: boolean }>(ctx, NOT_PERSONAL, sql, [
      ...caller(ctx),
      id,
    ]);
    const [row] = rows;
    if (!row) return new NotFoundProblem('note');
    if (!row.cares) return new ChartClosedError(row.patientId);
    return row.confidential ? new NoteConfidentialError() : new NoteNotYoursError();
  }

  private async unseal(ctx: Ctx, row: NoteRow): Promise<NoteDto> {
    const { draft, versionIds, hashes, bodies, writes, ...head } = row;
    const history = await this.bodies(ctx, row);
    const signed = history.find(({ kind }) => kind === 'signed');
    if ((signed === undefined) !== (row.signedAt === null)) throw new NoteIntegrityError();
    const sections = signed?.sections ?? (draft ? await this.draft(ctx, row, draft) : []);
    return toNoteDto(toHead(head), sections, history, { ids: versionIds, hashes: hashes.map((hash) => hash.toString('hex')) });
  }

  /** Seals a draft's answers. @throws NoteTooLargeError */
  async sealDraft(ctx: Ctx, note: OfPatient, sections: AnsweredSection[]): Promise<Buffer> {
    const text = canonicalJson({ sections });
    if (text.length > MAX_NOTE_CHARACTERS) throw new NoteTooLargeError(MAX_NOTE_CHARACTERS);
    return this.crypto.seal(ctx, draftOf(note), text);
  }

  private async draft(ctx: Ctx, note: OfPatient, sealed: Buffer): Promise<AnsweredSection[]> {
    const text = await this.crypto.open(ctx, draftOf(note), sealed);
    return (JSON.parse(text) as { sections: AnsweredSection[] }).sections;
  }

  private async bodies(ctx: Ctx, row: NoteRow): Promise<NoteBody[]> {
    const stored = await Promise.all(
      row.versionIds.map(async (id, at) => {
        const [body, hash] = [row.bodies[at], row.hashes[at]];
        if (!body || !hash) throw new NoteIntegrityError();
        return { text: await this.crypto.open(ctx, versionOf(id, row), body), hash };
      }),
    ).catch((error: unknown) => {
      throw error instanceof SealBrokenError ? new NoteIntegrityError() : error;
    });
    return verifiedHistory(row, stored);
  }
}

function toHead({ notedAt, createdAt, updatedAt, signedAt, ...row }: HeadRow): NoteHeadDto {
  return {
    ...row,
    notedAt: notedAt.toISOString(),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    signedAt: signedAt?.toISOString() ?? null,
  };
}
