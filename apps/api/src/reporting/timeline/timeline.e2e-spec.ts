import { aDiary, anAppointment } from '../../testing/scheduling.fixture.js';
import { member, program, session } from '../../testing/session.js';
import type { Agent } from '../../testing/agent.js';

interface Told {
  data: { kind: string; summary: string }[];
}

describe('a patient’s journey', () => {
  it('shows each reader the steps of what they may read, and no other', async () => {
    const here = await session('owner', { workers: true });
    const diary = await aDiary(here.owner);
    const appointment = await anAppointment(here.owner, diary);
    await here.owner.post(`/appointments/${appointment.id}/arrive`).expect(200);
    await here.owner.post(`/appointments/${appointment.id}/invoice`, {}).expect(201);
    await here.app.sql(
      `INSERT INTO timeline_entry (clinic_id, id, patient_id, kind, at, data)
       SELECT clinic_id, uuidv7(), id, kind, now(), jsonb_build_object('appointmentId', CASE kind WHEN 'note.started' THEN NULL ELSE $2::text END, 'noteId', $2::text, 'messageId', $2::text, 'channel', 'sms')
       FROM patient CROSS JOIN unnest('{note.started,note.signed,message.sent}'::text[]) AS kind WHERE id = $1`,
      [diary.patientId, appointment.id],
    );
    await here.app.settle();
    const seen = async (agent: Agent, query = '') => {
      const { body } = await agent.get(`/patients/${diary.patientId}/timeline?sort=at&locale=en${query}`).expect(200);
      return (body as Told).data;
    };
    const kinds = async (agent: Agent, query = '') => (await seen(agent, query)).map(({ kind }) => kind).toSorted();

    // That a note of an appointment was signed its card says too; one that is of none is the chart's own.
    const desk = ['appointment.arrived', 'appointment.booked', 'invoice.issued', 'message.sent', 'note.signed', 'patient.created'];
    const { agent: frontDesk } = await member(here.app, here.owner, here.clinic.id, 'front_desk');
    expect(await kinds(frontDesk)).toEqual(desk);
    expect(await kinds(frontDesk, '&theme=notes')).toEqual(['note.signed']);
    const { agent: billing } = await member(here.app, here.owner, here.clinic.id, 'billing');
    expect(await kinds(billing)).toEqual(desk.filter((kind) => kind !== 'message.sent'));
    const { agent: practitioner } = await member(here.app, here.owner, here.clinic.id, 'practitioner');
    expect(await kinds(practitioner)).toEqual([...desk, 'note.started'].toSorted());
    expect(await kinds(practitioner, '&theme=notes')).toEqual(['note.signed', 'note.started']);

    expect(await kinds(await program(here, ['patient:read']))).toEqual(['patient.created']);
    expect(await kinds(await program(here, ['patient:read', 'invoice:read']))).toEqual(['invoice.issued', 'patient.created']);
    // A line that names its appointment does so only for those who may read when that is.
    const [message] = (await seen(await program(here, ['patient:read', 'message:read']))).filter(({ kind }) => kind === 'message.sent');
    expect(message?.summary).toBe('Reminded by text message');
    const [named] = (await seen(frontDesk)).filter(({ kind }) => kind === 'message.sent');
    expect(named?.summary).toMatch(/^Reminded by text message: appointment of /);
  });
});
