import { aPatient } from '../testing/patients.fixture.js';
import { aDiary, at, anAppointment, comingDay } from '../testing/scheduling.fixture.js';
import { member, nobody, program, type Session, session, stranger } from '../testing/session.js';

interface Hit {
  kind: string;
  id: string;
  title: string;
  snippet: string;
  patientId: string;
  at: string | null;
  status: string | null;
}

type Answer = { data: Hit[]; totals: { patient: number | string; appointment: number | string; invoice: number | string } };
const ask = async (agent: Session['agent'], q: string, more = '') =>
  (await agent.get(`/search?q=${encodeURIComponent(q)}${more}`).expect(200)).body as Answer;

const find = async (agent: Session['agent'], q: string, more = '') =>
  ((await agent.get(`/search?q=${encodeURIComponent(q)}${more}`).expect(200)).body as { data: Hit[] }).data;

async function scene() {
  const here = await session('front_desk');
  const diary = await aDiary(here.owner);
  const soon = await anAppointment(here.owner, diary, { start: at(comingDay(2), '10:00') });
  const later = await anAppointment(here.owner, diary, { start: at(comingDay(4), '10:00') });
  const past = await anAppointment(here.owner, diary, { start: at('2026-01-12', '10:00') });
  const older = await anAppointment(here.owner, diary, { start: at('2025-12-01', '10:00') });
  await here.owner.post(`/appointments/${past.id}/arrive`).expect(200);
  const { body } = await here.owner.post(`/appointments/${past.id}/invoice`, {}).expect(201);
  return { ...here, diary, appointments: [soon, later, past, older], invoice: body as { id: string; number: string } };
}

describe('the search', () => {
  it('finds a patient, their appointments and their invoices, whatever the accents and slips', async () => {
    const { agent, diary, appointments, invoice } = await scene();
    for (const q of ['gagne', 'Amelie Gagné', 'amelei gange']) {
      const hits = await find(agent, q);
      expect(hits.map(({ kind, id }) => [kind, id])).toEqual([
        ['patient', diary.patientId],
        ...appointments.map(({ id }) => ['appointment', id]),
        ['invoice', invoice.id],
      ]);
    }
    expect(await find(agent, 'gagne')).toEqual([
      {
        kind: 'patient',
        id: diary.patientId,
        patientId: diary.patientId,
        title: 'Amélie Gagné',
        snippet: '1988-02-29 · +14165550123',
        snippetIn: null,
        at: null,
        status: null,
      },
      expect.objectContaining({ title: 'Amélie Gagné', snippet: 'Treatment · Pia Physio', at: appointments[0]?.start, status: 'booked' }),
      ...[1, 2, 3].map((index) => expect.objectContaining({ at: appointments[index]?.start }) as unknown),
      expect.objectContaining({ kind: 'invoice', title: invoice.number, snippet: 'Amélie Gagné', status: 'issued' }),
    ]);
  });

  it('says what an appointment is for by each name of the service', async () => {
    const { agent, owner, diary } = await scene();
    await owner.patch(`/services/${diary.serviceId}`, { nameIn: { fr: 'Traitement' } }, { ifMatch: '*' }).expect(200);
    const [, appointment, ...others] = await find(agent, 'gagne');
    expect(appointment).toMatchObject({ snippet: 'Treatment · Pia Physio', snippetIn: { fr: 'Traitement · Pia Physio' } });
    expect(others.at(-1)).toMatchObject({ kind: 'invoice', snippetIn: null });
  });

  it('finds an invoice by its number', async () => {
    const { agent, invoice } = await scene();
    for (const q of ['1', '#1', invoice.number]) expect(await find(agent, q)).toMatchObject([{ kind: 'invoice', id: invoice.id }]);
    expect(await find(agent, '99')).toEqual([]);
  });

  it('puts first, of those who are called alike, whoever was here last', async () => {
    const { owner, agent, diary } = await scene();
    const twins = [
      await aPatient(owner, { firstName: 'Ann', lastName: 'Roy' }),
      await aPatient(owner, { firstName: 'Ann', lastName: 'Roy' }),
    ];
    for (const [index, twin] of twins.entries()) {
      await anAppointment(owner, { ...diary, patientId: twin.id }, { start: at(comingDay(5), `1${index}:00`) });
    }
    const found = (await find(agent, 'ann roy')).filter(({ kind }) => kind === 'patient').map(({ id }) => id);
    expect(found).toEqual(twins.map(({ id }) => id).toReversed());
    expect(await find(agent, 'ann roy', '&limit=1')).toHaveLength(1);
  });

  it('says how many there are of each kind, of those who are not shown too', async () => {
    const { owner, agent, appointments } = await scene();
    expect((await ask(agent, 'gagne')).totals).toEqual({ patient: 1, appointment: appointments.length, invoice: 1 });
    expect((await ask(agent, 'gagne', '&limit=2')).totals).toEqual({ patient: 1, appointment: 0, invoice: 1 });
    for (let more = 0; more < 51; more++) await aPatient(owner, { firstName: 'Ann', lastName: 'Roy' });
    const many = await ask(agent, 'ann roy');
    expect(many.data).toHaveLength(10);
    expect(many.totals).toEqual({ patient: '50+', appointment: 0, invoice: 0 });
    expect((await ask(agent, 'nobody at all')).totals).toEqual({ patient: 0, appointment: 0, invoice: 0 });
    const patientsOnly = await program(await scene(), ['patient:read']);
    expect((await ask(patientsOnly, 'gagne')).totals).toEqual({ patient: 1, appointment: 0, invoice: 0 });
  });

  it('shows each kind only to those who may read it', async () => {
    const here = await scene();
    const kinds = async (agent: Session['agent'], q = 'gagne') => [...new Set((await find(agent, q)).map(({ kind }) => kind))];
    expect(await kinds(await program(here, ['patient:read']))).toEqual(['patient']);
    expect(await kinds(await program(here, ['patient:read', 'appointment:read']))).toEqual(['patient', 'appointment']);
    expect(await kinds(await program(here, ['invoice:read']))).toEqual([]);
    expect(await kinds(await program(here, ['invoice:read']), '1')).toEqual(['invoice']);
    expect(await kinds((await member(here.app, here.owner, here.clinic.id, 'billing')).agent)).toEqual([
      'patient',
      'appointment',
      'invoice',
    ]);
    await (await program(here, ['clinic:read'])).get('/search?q=gagne').expect(403);
  });

  it('finds nothing of another clinic, and is closed to nobody in particular', async () => {
    await scene();
    const other = await stranger();
    for (const q of ['gagne', '1', '416 555 0123', '1988-02-29']) expect(await find(other, q)).toEqual([]);
    await (await nobody()).get('/search?q=gagne').expect(401);
    await other.get('/search').expect(400);
    await other.get('/search?q=%20').expect(400);
    expect(await find(other, '%_\'"')).toEqual([]);
  });

  it('leaves in the audit whose record was shown, of each kind', async () => {
    const { app, agent, clinic, diary } = await scene();
    await app.sql('DELETE FROM audit_entry WHERE clinic_id = $1', [clinic.id]);
    await find(agent, 'gagne');
    const rows = await app.sql('SELECT what, patient_ids AS patients FROM audit_entry WHERE clinic_id = $1 ORDER BY what', [clinic.id]);
    expect(rows).toEqual(['appointment', 'invoice', 'patient.demographics'].map((what) => ({ what, patients: [diary.patientId] })));
  });
});
