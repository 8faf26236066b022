import { Injectable } from '@nestjs/common';
import { type Ctx, Db } from '../../platform/index.js';
import { caller, openedBy } from '../access/care.sql.js';
import { ChartAccessService } from '../access/chart-access.service.js';
import { HEAD, HEADS_FROM } from '../notes/note-records.js';
import type { ChartDto } from './chart.dto.js';
import { ALLERGY, columnsOf, type EntryKind, MEDICATION, PROBLEM } from './entry-kinds.js';

const MOST_ENTRIES = 500;
const RECENT_NOTES = 20;

const listed = (select: string, name: string) => `(SELECT coalesce(json_agg(row_to_json(x)), '[]') FROM (${select}) x) AS ${name}`;

const entries = <Dto, New>(kind: EntryKind<Dto, New>, name: string) =>
  listed(
    `SELECT ${columnsOf(kind, 'e')} FROM ${kind.table} e
     WHERE e.clinic_id = p.clinic_id AND e.patient_id = p.id AND e.${kind.counts} ORDER BY e.id DESC LIMIT ${MOST_ENTRIES}`,
    name,
  );

// One statement asks for the right and brings everything: a chart is opened many times a day.
const CHART = `SELECT p.id AS "patientId", care.access, p.alerts, ${entries(PROBLEM, 'problems')}, ${entries(ALLERGY, 'allergies')},
    ${entries(MEDICATION, 'medications')},
    ${listed(
      `SELECT ${HEAD} ${HEADS_FROM} WHERE n.clinic_id = p.clinic_id AND n.patient_id = p.id
       ORDER BY n.noted_at DESC, n.id DESC LIMIT ${RECENT_NOTES}`,
      'notes',
    )}
  FROM patient_card p CROSS JOIN LATERAL (SELECT ${openedBy('p.id')} AS access) care WHERE p.id = $3 AND care.access IS NOT NULL`;

/** The chart of a patient: what one looks at before the appointment. */
@Injectable()
export class ChartService {
  constructor(
    private readonly db: Db,
    private readonly access: ChartAccessService,
  ) {}

  /** @throws NotFoundProblem, ChartClosedError */
  async get(ctx: Ctx, patientId: string): Promise<ChartDto> {
    const [chart] = await this.db.read<ChartDto>(ctx, { what: 'chart', patients: 'patientId' }, CHART, [...caller(ctx), patientId]);
    if (chart) return { ...chart, access: openingInUtc(chart.access), notes: chart.notes.map(inUtc) };
    await this.access.assertCare(ctx, patientId);
    throw new Error('A chart that is open cannot be missing');
  }
}

/** JSON made by the database writes an instant with its own offset and digits; the API always writes UTC. */
const utc = (at: string) => new Date(at).toISOString();

const openingInUtc = ({ by, until }: ChartDto['access']): ChartDto['access'] => ({ by, until: until && utc(until) });

function inUtc(head: ChartDto['notes'][number]): ChartDto['notes'][number] {
  return {
    ...head,
    notedAt: utc(head.notedAt),
    createdAt: utc(head.createdAt),
    updatedAt: utc(head.updatedAt),
    signedAt: head.signedAt && utc(head.signedAt),
  };
}
