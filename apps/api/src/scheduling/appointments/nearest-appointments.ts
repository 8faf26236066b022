import { toRfc3339 } from '@keel/calendar';
import { EXPECTED_STATUSES, KEPT_STATUSES } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { type Ctx, Db, now } from '../../platform/index.js';
import type { NearestAppointmentDto, NearestAppointmentsQuery, PatientsNearestAppointmentsDto } from './appointments.dto.js';

interface NearestRow {
  patientId: string;
  lastId: string | null;
  /** Epoch milliseconds. */
  lastStart: number | null;
  nextId: string | null;
  nextStart: number | null;
}

// A patient at a time, by the index of their appointments: nobody's page waits for the history of a clinic.
const NEAREST = `
  SELECT p.id AS "patientId", l.id AS "lastId", date_part('epoch', l.start_at) * 1000 AS "lastStart",
    n.id AS "nextId", date_part('epoch', n.start_at) * 1000 AS "nextStart"
  FROM patient_card p
    LEFT JOIN LATERAL (
      SELECT a.id, a.start_at FROM appointment a
      WHERE a.clinic_id = p.clinic_id AND a.patient_id = p.id AND a.status = ANY ($2) ORDER BY a.start_at DESC, a.id DESC LIMIT 1) l ON true
    LEFT JOIN LATERAL (
      SELECT a.id, a.start_at FROM appointment a
      WHERE a.clinic_id = p.clinic_id AND a.patient_id = p.id AND a.status = ANY ($3) AND a.start_at >= $4
      ORDER BY a.start_at, a.id LIMIT 1) n ON true
  WHERE p.id = ANY ($1)`;

/** When patients came last and come next: what a list of them shows beside their names. */
@Injectable()
export class NearestAppointments {
  constructor(private readonly db: Db) {}

  /** Patients of other clinics, and those that nobody knows, are left out. */
  async list(ctx: Ctx, { patientIds }: NearestAppointmentsQuery): Promise<PatientsNearestAppointmentsDto> {
    const access = { what: 'appointment', patients: 'patientId' };
    const rows = await this.db.read<NearestRow>(ctx, access, NEAREST, [patientIds, KEPT_STATUSES, EXPECTED_STATUSES, now(ctx)]);
    const data = rows.map(({ patientId, lastId, lastStart, nextId, nextStart }) => ({
      patientId,
      last: appointment(lastId, lastStart),
      next: appointment(nextId, nextStart),
    }));
    return { data };
  }
}

const appointment = (id: string | null, start: number | null): NearestAppointmentDto | null =>
  id === null || start === null ? null : { id, start: toRfc3339(start) };
