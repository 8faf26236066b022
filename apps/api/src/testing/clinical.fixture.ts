import type { Agent } from './agent.js';
import { aPatient } from './patients.fixture.js';
import { aService, anAppointment, type Diary, type TestAppointment, workingHours } from './scheduling.fixture.js';
import { type Session, session, type SessionOptions } from './session.js';

export interface TestNote {
  id: string;
  status: string;
  patientId: string;
  practitionerId: string;
  appointmentId: string | null;
  templateId: string;
  sections: { key: string; answers: { key: string; value: unknown }[] }[];
  signedBy: string | null;
  contentHash: string | null;
  version: number;
}

/** Plain SOAP, as every template takes it. */
export const SOAP = ['subjective', 'objective', 'assessment', 'plan'].map((key) => ({
  key,
  answers: [{ key, value: `The ${key}: as expected` }],
}));

/** The body of a draft with one answer. */
export const answer = (section: string, key: string, value: unknown) => ({ sections: [{ key: section, answers: [{ key, value }] }] });

export interface Clinician extends Session {
  diary: Diary;
  appointment: TestAppointment;
}

export interface ClinicianOptions extends SessionOptions {
  /** Fields of the patient that differ. */
  patient?: Record<string, unknown>;
}

/** A signed-in practitioner whose patient has arrived for an appointment with them. */
export async function aClinician({ patient: person = {}, ...options }: ClinicianOptions = {}): Promise<Clinician> {
  const made = await session('practitioner', options);
  const practitionerId = made.practitionerId ?? '';
  const profession = options.profession ?? 'physiotherapist';
  const [service, patient] = await Promise.all([aService(made.owner, { profession }), aPatient(made.owner, person)]);
  await workingHours(made.owner, practitionerId);
  const diary = { practitionerId, serviceId: service.id, patientId: patient.id };
  const appointment = await anAppointment(made.owner, diary);
  await made.owner.post(`/appointments/${appointment.id}/arrive`).expect(200);
  return { ...made, diary, appointment };
}

export async function aNote(agent: Agent, appointmentId: string, over: Record<string, unknown> = {}): Promise<TestNote> {
  const { body } = await agent.post('/notes', { appointmentId, sections: SOAP, ...over }).expect(201);
  return body as TestNote;
}

export async function aSignedNote(agent: Agent, appointmentId: string, over: Record<string, unknown> = {}): Promise<TestNote> {
  const { id, version } = await aNote(agent, appointmentId, over);
  const { body } = await agent.post(`/notes/${id}/sign`, {}, { ifMatch: version }).expect(200);
  return body as TestNote;
}
