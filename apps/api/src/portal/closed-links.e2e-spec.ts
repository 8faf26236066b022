import pg from 'pg';
import type { LinkSubject } from '../platform/index.js';
import { Agent } from '../testing/agent.js';
import { linkTo } from '../testing/links.fixture.js';
import { until } from '../testing/messaging.fixture.js';
import { aPatient } from '../testing/patients.fixture.js';
import { aDiary, anAppointment, type Diary } from '../testing/scheduling.fixture.js';
import { member, nobody, session, type Session, stranger as ownerElsewhere } from '../testing/session.js';

let clinic: Session;
let diary: Diary;
let stranger: Agent;
beforeAll(async () => {
  clinic = await session('owner');
  diary = await aDiary(clinic.owner);
  stranger = new Agent(clinic.app.url, {});
});

/** An appointment of a new patient, and what its links do. */
async function scene() {
  const patient = await aPatient(clinic.owner, { email: 'amelie@patients.example', phone: '613 555 0142' });
  const appointment = await anAppointment(clinic.owner, { ...diary, patientId: patient.id }, { overbook: true });
  const link = (over: Partial<LinkSubject> = {}) => linkTo(clinic, appointment, over);
  const change = (body: object) => clinic.owner.patch(`/patients/${patient.id}`, body, { ifMatch: '*' }).expect(200);
  const open = async (token: string) => (await stranger.get(`/public/links/${token}`)).status;
  return { patient, appointment, link, change, open };
}

const PHI = /Amélie|Gagné|patients\.example|555|Pia|Treatment|archiv|deceas|died|correct/i;

describe('a link dies', () => {
  it('with the address that it was sent to, and not with the other one', async () => {
    const { link, change, open } = await scene();
    const [mailed, texted, unknown] = [await link({ channel: 'email' }), await link({ channel: 'sms' }), await link({ channel: null })];
    await change({ occupation: 'Baker' });
    await change({ email: 'AMELIE@patients.example' });
    expect(await Promise.all([mailed, texted, unknown].map(open))).toEqual([200, 200, 200]);
    await change({ email: 'amelie.gagne@patients.example' });
    expect(await Promise.all([mailed, texted, unknown].map(open))).toEqual([410, 200, 410]);
    await change({ phone: null });
    expect(await open(texted)).toBe(410);
    // The old address come back does not wake it.
    await change({ email: 'amelie@patients.example', phone: '613 555 0142' });
    expect(await Promise.all([mailed, texted].map(open))).toEqual([410, 410]);
    expect(await open(await link())).toBe(200);
  });

  it.each([{ archived: true }, { deceasedOn: '2026-01-31' }])('when nobody is to write to the patient any more (%j)', async (barring) => {
    const { link, change, open, appointment } = await scene();
    const token = await link();
    await change(barring);
    const { body, headers } = await stranger.get(`/public/links/${token}`).expect(410);
    expect(body).toMatchObject({ code: 'LINK_CLOSED', clinic: { name: 'Érablière Physio' } });
    // Its id is random, and may hold any digits.
    expect(JSON.stringify({ ...(body as object), clinic: null, requestId: null })).not.toMatch(PHI);
    expect(headers['cache-control']).toBe('no-store');
    for (const action of ['confirm', 'cancel'])
      await stranger.post(`/public/links/${token}/${action}`, { version: appointment.version }).expect(410);
    await stranger.get(`/public/links/${token}/calendar.ics`).expect(410);
    // One that was on its way meanwhile is none the better, and what was withdrawn stays so.
    const crossed = await link();
    expect(await open(crossed)).toBe(410);
    await change({ archived: false, deceasedOn: null });
    expect(await open(token)).toBe(410);
  });

  it('where the appointment belongs to somebody else by now', async () => {
    const { link, open, appointment } = await scene();
    const token = await link();
    const other = await aPatient(clinic.owner, { lastName: 'Other' });
    await clinic.app.sql('UPDATE appointment SET patient_id = $2 WHERE id = $1', [appointment.id, other.id]);
    expect(await open(token)).toBe(410);
  });

  it('with its time, and is told from one that never was', async () => {
    const { link, open } = await scene();
    expect(await open(await link({ expiresAt: new Date(Date.now() - 1000) }))).toBe(410);
    expect(await open('A'.repeat(32))).toBe(404);
  });

  it('not with a cancellation: that it says', async () => {
    const { link, appointment } = await scene();
    const token = await link();
    await clinic.owner.post(`/appointments/${appointment.id}/cancel`, { by: 'clinic' }).expect(200);
    const { body } = await stranger.get(`/public/links/${token}`).expect(200);
    expect(body).toMatchObject({ appointment: { status: 'cancelled' }, actions: [] });
  });
});

describe('staff withdraw the links of an appointment', () => {
  it('all at once, again without harm, and leave other appointments alone', async () => {
    const { link, open, appointment } = await scene();
    const other = await scene();
    const tokens = [await link(), await link({ channel: 'sms' })];
    const theirs = await other.link();
    const { agent } = await member(clinic.app, clinic.owner, clinic.clinic.id, 'front_desk');
    const { body } = await agent.post(`/appointments/${appointment.id}/withdraw-links`).expect(200);
    expect(body).toEqual({ withdrawn: 2 });
    expect(await Promise.all(tokens.map(open))).toEqual([410, 410]);
    expect(await other.open(theirs)).toBe(200);
    expect((await agent.post(`/appointments/${appointment.id}/withdraw-links`).expect(200)).body).toEqual({ withdrawn: 0 });
    const rows = await clinic.app.sql('SELECT DISTINCT revoked_for FROM link_token WHERE subject_id = $1', [appointment.id]);
    expect(rows).toEqual([{ revoked_for: 'withdrawn' }]);
  });

  it.each([
    ['its appointment’s links are withdrawn', "UPDATE link_token SET revoked_at = now(), revoked_for = 'withdrawn' WHERE subject_id = $1"],
    ['it expires', "UPDATE link_token SET expires_at = now() - interval '1 s' WHERE subject_id = $1"],
  ])('and a press that waits for its turn meanwhile does nothing: %s', async (_, withdraw) => {
    const { link, appointment } = await scene();
    const token = await link();
    const staff = new pg.Client({ connectionString: clinic.app.database.superuserUrl });
    await staff.connect();
    try {
      await staff.query('BEGIN');
      await staff.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`appointment ${appointment.id}`]);
      const press = stranger
        .post(`/public/links/${token}/cancel`, { version: appointment.version })
        .then(({ status, body }) => ({ status, body }));
      const waiting =
        "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND wait_event = 'advisory' AND datname = current_database()";
      await until(async () => (await staff.query(waiting)).rowCount === 1, 'the press to wait');
      await staff.query(withdraw, [appointment.id]);
      await staff.query('COMMIT');
      expect(await press).toMatchObject({ status: 410, body: { code: 'LINK_CLOSED' } });
    } finally {
      await staff.end();
    }
    expect((await clinic.owner.get(`/appointments/${appointment.id}`)).body).toMatchObject({
      status: 'booked',
      version: appointment.version,
    });
  });

  it('and nobody else does', async () => {
    const { link, open, appointment } = await scene();
    const token = await link();
    await (await ownerElsewhere()).post(`/appointments/${appointment.id}/withdraw-links`).expect(404);
    const { agent } = await member(clinic.app, clinic.owner, clinic.clinic.id, 'billing');
    await agent.post(`/appointments/${appointment.id}/withdraw-links`).expect(403);
    await (await nobody()).post(`/appointments/${appointment.id}/withdraw-links`).expect(401);
    expect(await open(token)).toBe(200);
  });
});
