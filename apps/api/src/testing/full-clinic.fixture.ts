import { aPatient } from './patients.fixture.js';
import { aNote, aSignedNote, type Clinician, type ClinicianOptions, aClinician } from './clinical.fixture.js';
import { anAppointment, at, comingDay } from './scheduling.fixture.js';

/** A clinic that has one of everything, and the real id that each first word of a path stands for. */
export interface FullClinic extends Clinician {
  ids: Readonly<Record<string, string>>;
}

interface Made {
  id: string;
}

export async function aFullClinic(options: ClinicianOptions = {}): Promise<FullClinic> {
  const clinician = await aClinician(options);
  const { owner, agent, clinic, diary, appointment } = clinician;
  const make = async (path: string, body: object) => ((await owner.post(path, body).expect(201)).body as Made).id;
  const first = async (path: string) => ((await owner.get(path).expect(200)).body as { data: Made[] }).data[0]?.id ?? '';
  const signed = await aSignedNote(agent, appointment.id);
  const invoice = await make(`/notes/${signed.id}/invoice`, {});
  const later = await anAppointment(owner, diary, { start: at(comingDay(3), '13:00') });
  const entry = { patientId: diary.patientId, description: 'Of long standing' };
  const { patientId } = diary;
  await agent.post(`/patients/${(await aPatient(owner)).id}/chart-access`, { reason: 'Covering for a colleague' }).expect(201);
  const section = { key: 'one', title: { en: 'One' }, questions: [{ key: 'q', type: 'text', label: { en: 'Q' } }] };
  const ids = {
    clinics: clinic.id,
    patients: patientId,
    practitioners: diary.practitionerId,
    services: diary.serviceId,
    appointments: later.id,
    notes: (await aNote(agent, later.id)).id,
    invoices: invoice,
    payments: await make(`/invoices/${invoice}/payments`, { amount: { amount: 100, currency: 'CAD' }, method: 'cash' }),
    locations: await first('/locations'),
    staff: await first('/staff'),
    'api-keys': await make('/api-keys', { name: 'one', scopes: ['clinic:read'] }),
    'time-off': await make('/time-off', {
      practitionerId: diary.practitionerId,
      start: at(comingDay(5), '09:00'),
      end: at(comingDay(5), '10:00'),
    }),
    'working-hours': await first(`/practitioners/${diary.practitionerId}/working-hours`),
    allergies: await make('/allergies', entry),
    medications: await make('/medications', entry),
    problems: await make('/problems', entry),
    'chart-access': await first('/chart-access'),
    'note-templates': await make('/note-templates', { name: { en: 'Ours' }, sections: [section] }),
    phrases: await make('/phrases', { trigger: 'one', text: 'One', shared: true }),
    'reminder-rules': await make('/reminder-rules', { channel: 'email', minutesBefore: 90 }),
    'message-templates': await first('/message-templates'),
    'work-items': await first('/work-items'),
  };
  return { ...clinician, ids };
}
