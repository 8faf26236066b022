import { randomBytes } from 'node:crypto';
import { type BareConnection, freshId, requestId } from './bare.ts';
import * as sql from './statements.ts';
import { addDays, anyOf, clinicIdOf, FREE_FROM, idOf, mistyped, nameOf, PRACTITIONERS, type World } from './world.ts';

export interface HttpCall {
  clinic: number;
  method: 'GET' | 'POST';
  path: string;
  body?: unknown;
}

/** One thing that is measured twice: by the API, and by a bare client with the SQL that it needs. */
export interface Operation {
  name: string;
  title: string;
  /** The least share of the bare client's speed that is aimed for, at 10 connections. */
  goal: number;
  http(world: World, turn: number): HttpCall;
  bare(client: BareConnection, world: World, turn: number): Promise<void>;
}

const anyClinic = ({ size }: World): number => 1 + anyOf(size.clinics);
const anyPatient = ({ size }: World): number => anyOf(size.patients);

/** A family name with a typing error and a first name, the other way round. */
function typed(world: World): string {
  const { first, last } = nameOf(anyPatient(world));
  return `${mistyped(last)} ${first}`;
}

/** A time that no other turn takes: every clinic and practitioner in turn, then half an hour on. */
function freeTime({ size }: World, turn: number): { clinic: number; practitioner: number; start: Date; end: Date } {
  const practitioner = Math.floor(turn / size.clinics) % PRACTITIONERS;
  const start = FREE_FROM.getTime() + Math.floor(turn / size.clinics / PRACTITIONERS) * 1_800_000;
  return { clinic: 1 + (turn % size.clinics), practitioner, start: new Date(start), end: new Date(start + 1_800_000) };
}

const SOAP = ['subjective', 'objective', 'assessment', 'plan'].map((key) => ({
  key,
  answers: [{ key, value: `${key}: the patient moves with less pain than last week and sleeps through the night. `.repeat(3) }],
}));
const SEALED_NOTE = randomBytes(1200);

async function told(
  client: BareConnection,
  clinicId: string,
  event: string,
  what: string,
  patientId: string,
  entityId: string,
): Promise<void> {
  await client.run(sql.INSERT_EVENT, [clinicId, freshId(), event, JSON.stringify({ patientId, entityId })]);
  await client.run(sql.INSERT_AUDIT, [clinicId, freshId(), what, patientId, entityId, requestId()]);
}

const read: Operation = {
  name: 'read',
  title: 'read a patient',
  goal: 0.3,
  http(world) {
    const clinic = anyClinic(world);
    return { clinic, method: 'GET', path: `/patients/${idOf('patient', clinic, anyPatient(world))}` };
  },
  async bare(client, world) {
    const clinic = anyClinic(world);
    const clinicId = clinicIdOf(clinic);
    await client.readSome(sql.SET_CLINIC, clinicId, sql.READ_PATIENT, [
      clinicId,
      freshId(),
      requestId(),
      idOf('patient', clinic, anyPatient(world)),
    ]);
  },
};

const search: Operation = {
  name: 'search',
  title: 'search patients by mistyped names',
  goal: 0.3,
  http(world) {
    return { clinic: anyClinic(world), method: 'GET', path: `/patients?q=${encodeURIComponent(typed(world))}` };
  },
  async bare(client, world) {
    const clinicId = clinicIdOf(anyClinic(world));
    // Some errors of typing are beyond recognition.
    await client.read(sql.SET_CLINIC, clinicId, sql.SEARCH_PATIENTS, [clinicId, freshId(), requestId(), typed(world).split(' ')]);
  },
};

const create: Operation = {
  name: 'create',
  title: 'create a patient',
  goal: 0.3,
  http(world, turn) {
    const { first, last } = nameOf(anyPatient(world));
    const body = {
      firstName: first,
      lastName: last,
      dateOfBirth: '1988-02-29',
      email: `${first}${turn}@new.example`,
      phone: '416 555 0123',
    };
    return { clinic: anyClinic(world), method: 'POST', path: '/patients', body };
  },
  async bare(client, world, turn) {
    const clinicId = clinicIdOf(anyClinic(world));
    const { first, last } = nameOf(anyPatient(world));
    const id = freshId();
    const values = [
      clinicId,
      id,
      first,
      last,
      '1988-02-29',
      `${first}${turn}@new.example`,
      '+14165550123',
      `${first} ${last} ${first}${turn}`,
    ];
    await client.transaction(sql.SET_CLINIC_HERE, clinicId, async () => {
      await client.run(sql.INSERT_PATIENT, values);
      await told(client, clinicId, 'patient.created', 'patient.demographics', id, id);
    });
  },
};

const book: Operation = {
  name: 'book',
  title: 'book an appointment',
  goal: 0.3,
  http(world, turn) {
    const { clinic, practitioner, start } = freeTime(world, turn);
    const body = {
      patientId: idOf('patient', clinic, anyPatient(world)),
      practitionerId: idOf('practitioner', clinic, practitioner),
      serviceId: idOf('service', clinic),
      start: start.toISOString(),
    };
    return { clinic, method: 'POST', path: '/appointments', body };
  },
  async bare(client, world, turn) {
    const { clinic, practitioner, start, end } = freeTime(world, turn);
    const clinicId = clinicIdOf(clinic);
    const [id, patientId, practitionerId] = [
      freshId(),
      idOf('patient', clinic, anyPatient(world)),
      idOf('practitioner', clinic, practitioner),
    ];
    const appointment = [clinicId, id, patientId, practitionerId, idOf('service', clinic), idOf('location', clinic), start, end];
    await client.transaction(sql.SET_CLINIC_HERE, clinicId, async () => {
      await client.run(sql.LOCK_PRACTITIONER, [practitionerId]);
      await client.run(sql.INSERT_APPOINTMENT, appointment);
      await client.run(sql.INSERT_BOOKING, [clinicId, freshId(), practitionerId, id, start, end]);
      await told(client, clinicId, 'appointment.booked', 'appointment', patientId, id);
    });
  },
};

const slots: Operation = {
  name: 'slots',
  title: 'free times, 10 practitioners × 30 days',
  goal: 0.8,
  http(world) {
    const clinic = anyClinic(world);
    const query = `serviceId=${idOf('service', clinic)}&from=${world.monday}&to=${addDays(world.monday, 30)}`;
    return { clinic, method: 'GET', path: `/availability?${query}` };
  },
  async bare(client, world) {
    const clinic = anyClinic(world);
    const values = [idOf('service', clinic), world.monday, addDays(world.monday, 30)];
    await client.readSome(sql.SET_CLINIC, clinicIdOf(clinic), sql.FREE_TIME, values);
  },
};

const week: Operation = {
  name: 'week',
  title: 'a week of 700 appointments with names',
  goal: 0.5,
  http(world) {
    return { clinic: anyClinic(world), method: 'GET', path: `/appointments?from=${world.monday}&to=${addDays(world.monday, 7)}` };
  },
  async bare(client, world) {
    const clinicId = clinicIdOf(anyClinic(world));
    await client.readSome(sql.SET_CLINIC, clinicId, sql.WEEK, [clinicId, freshId(), requestId(), world.monday, addDays(world.monday, 7)]);
  },
};

const note: Operation = {
  name: 'note',
  title: 'write a note',
  goal: 0.3,
  http(world) {
    const clinic = anyClinic(world);
    const body = { appointmentId: idOf('appointment', clinic, anyOf(world.size.appointments)), sections: SOAP };
    return { clinic, method: 'POST', path: '/notes', body };
  },
  async bare(client, world) {
    const clinic = anyClinic(world);
    const [clinicId, id, appointmentId] = [clinicIdOf(clinic), freshId(), idOf('appointment', clinic, anyOf(world.size.appointments))];
    await client.transaction(sql.SET_CLINIC_HERE, clinicId, async () => {
      const [appointment] = await client.run(sql.FIND_APPOINTMENT, [appointmentId]);
      if (!appointment) throw new Error('There is no such appointment');
      const { patient_id: patientId, practitioner_id: practitionerId, start_at: start } = appointment;
      await client.run(sql.INSERT_NOTE, [clinicId, id, patientId, practitionerId, appointmentId, idOf('key', clinic), SEALED_NOTE, start]);
      await told(client, clinicId, 'note.started', 'note', String(patientId), id);
    });
  },
};

export const OPERATIONS: readonly Operation[] = [read, search, create, book, slots, week, note];
