import type { Agent } from '../../testing/agent.js';
import { type Clinician, aClinician } from '../../testing/clinical.fixture.js';
import { aPatient } from '../../testing/patients.fixture.js';
import { member, program } from '../../testing/session.js';

const DAY = 86_400_000;
const fromNow = (days: number) => new Date(Math.round((Date.now() + days * DAY) / 60_000) * 60_000).toISOString();

interface Access {
  id: string;
  kind: string;
  patientId: string;
  userId: string;
  appointmentId: string | null;
  reviewOutcome: string | null;
  expiresAt: string | null;
}
interface Colleague {
  agent: Agent;
  practitionerId: string;
}

let here: Clinician;
let desk: Agent;
beforeAll(async () => {
  here = await aClinician();
  desk = (await member(here.app, here.owner, here.clinic.id, 'front_desk')).agent;
});

async function colleague(): Promise<Colleague> {
  const { agent, practitionerId = '' } = await member(here.app, here.owner, here.clinic.id, 'practitioner');
  return { agent, practitionerId };
}

/** A patient whom no practitioner knows. */
async function unknown() {
  const { id: patientId } = await aPatient(here.owner);
  return { patientId, chart: `/patients/${patientId}/chart`, access: `/patients/${patientId}/chart-access` };
}

async function book(by: Agent, patientId: string, days: number, practitionerId = here.practitionerId): Promise<string> {
  const body = { ...here.diary, patientId, practitionerId, start: fromNow(days), overbook: true };
  return ((await by.post('/appointments', body).expect(201)).body as { id: string }).id;
}

const move = (by: Agent, id: string, dto: object) =>
  by.patch(`/appointments/${id}`, { overbook: true, ...dto }, { ifMatch: '*' }).expect(200);

async function listed(patientId: string, query: string): Promise<Access[]> {
  const { body } = await here.owner.get(`/chart-access?limit=100${query}`).expect(200);
  return (body as { data: Access[] }).data.filter((one) => one.patientId === patientId);
}
const queue = (patientId: string) => listed(patientId, '&unreviewed=true');

async function review(patientId: string, outcome: 'justified' | 'unjustified', at = 0): Promise<Access> {
  const row = (await queue(patientId))[at];
  const { body } = await here.owner.post(`/chart-access/${row?.id}/review`, { outcome }).expect(200);
  return body as Access;
}

/** A patient whose chart the practitioner opened by an appointment of their own, which somebody found unjustified. */
async function condemned() {
  const patient = await unknown();
  const id = await book(here.agent, patient.patientId, 1);
  await here.agent.get(patient.chart).expect(200);
  await review(patient.patientId, 'unjustified');
  await here.agent.get(patient.chart).expect(403);
  return { ...patient, id };
}

describe('after an opening that was found unjustified', () => {
  const mark = (by: Agent, id: string, action: string) =>
    by.post(`/appointments/${id}/${action}`, action === 'cancel' ? { by: 'clinic' } : {});

  it('its reader is told so where the chart is closed, of what and by whom, and nobody else is', async () => {
    const { patientId, chart } = await condemned();
    const key = await program({ app: here.app, owner: here.owner });
    const [mine] = await here.app.sql<{ id: string }>('SELECT user_id AS id FROM practitioner WHERE id = $1', [here.practitionerId]);
    await here.app.sql('UPDATE api_key SET user_id = $2 WHERE clinic_id = $1', [here.clinic.id, mine?.id]);
    const refusal = async (agent: Agent) => (await agent.get(chart).expect(403)).body as Record<string, unknown>;
    const told = await refusal(here.agent);
    expect(told).toMatchObject({ code: 'CHART_CLOSED', finding: { kind: 'own_booking', reviewerName: 'Olive Owner' } });
    expect(Object.keys(told['finding'] as object).toSorted()).toEqual(['kind', 'openedAt', 'reviewedAt', 'reviewerName']);
    for (const other of [(await colleague()).agent, key]) expect(await refusal(other)).not.toHaveProperty('finding');
    // Taken back, it is told no more.
    const [row] = (await listed(patientId, '')).filter(({ reviewOutcome }) => reviewOutcome === 'unjustified');
    await here.owner.post(`/chart-access/${row?.id}/review`, { outcome: 'justified' }).expect(200);
    await here.agent.get(chart).expect(200);
    await here.owner.post(`/chart-access/${row?.id}/end`).expect(200);
    expect(await refusal(here.agent)).not.toHaveProperty('finding');
  });

  it('nothing that one gives oneself opens the chart, whatever is made of it', async () => {
    const { patientId, chart, access, id } = await condemned();
    const closed = async () => {
      expect((await here.agent.get(chart).expect(403)).body).toMatchObject({ code: 'CHART_CLOSED' });
      const grant = { reason: 'Shared care', practitionerId: (await colleague()).practitionerId };
      await here.agent.post(access, grant).expect(403);
    };
    const another = await book(here.agent, patientId, 2);
    await closed();
    await mark(here.agent, another, 'arrive').expect(200);
    await closed();
    await mark(here.agent, another, 'complete').expect(200);
    await closed();
    await move(here.agent, id, { start: fromNow(3) });
    await closed();
    await mark(here.agent, id, 'cancel').expect(200);
    await mark(here.agent, id, 'restore').expect(200);
    await closed();
    const received = await book(here.agent, patientId, 0.1);
    await mark(desk, received, 'arrive').expect(200);
    await closed();
    const key = await program(here, ['appointment:book']);
    const [me] = await here.app.sql<{ id: string }>('SELECT user_id AS id FROM practitioner WHERE id = $1', [here.practitionerId]);
    await here.app.sql('UPDATE api_key SET user_id = $2 WHERE clinic_id = $1', [here.clinic.id, me?.id]);
    await book(key, patientId, 4);
    await closed();
  });

  it('neither does an appointment of others that one takes over or moves', async () => {
    const other = await colleague();
    const { patientId, chart } = await condemned();
    const theirs = await book(desk, patientId, 2, other.practitionerId);
    await move(here.agent, theirs, { practitionerId: here.practitionerId });
    await here.agent.get(chart).expect(403);
    const far = await book(desk, patientId, 200);
    await here.agent.get(chart).expect(403);
    await move(here.agent, far, { start: fromNow(2) });
    await here.agent.get(chart).expect(403);
  });

  it('a note on such an appointment opens nothing either', async () => {
    const { patientId, chart } = await condemned();
    const id = await book(here.agent, patientId, 0.1);
    const { body } = await here.agent.post('/notes', { appointmentId: id }).expect(201);
    const note = body as { id: string; version: number };
    await here.agent.post(`/notes/${note.id}/sign`, {}, { ifMatch: note.version }).expect(200);
    await here.agent.get(chart).expect(403);
  });

  it('an appointment that somebody else gives does', async () => {
    const { patientId, chart } = await condemned();
    await book(desk, patientId, 2);
    expect((await here.agent.get(chart).expect(200)).body).toMatchObject({ access: { by: 'appointment' } });
  });

  it('the way through a reason stays, told to the owners and reviewed', async () => {
    const { patientId, chart, access } = await condemned();
    await here.agent.post(access, { reason: 'She collapsed in the waiting room' }).expect(201);
    expect((await here.agent.get(chart).expect(200)).body).toMatchObject({ access: { by: 'override' } });
    expect(await queue(patientId)).toMatchObject([{ kind: 'override' }]);
    await review(patientId, 'justified');
    await book(here.agent, patientId, 1);
    expect((await here.agent.get(chart).expect(200)).body).toMatchObject({ access: { by: 'override' } });
  });

  it('holds until a later appointment of their own is found justified', async () => {
    const { patientId, chart } = await condemned();
    await book(here.agent, patientId, 2);
    await here.agent.get(chart).expect(403);
    await review(patientId, 'justified');
    await here.agent.get(chart).expect(200);
  });

  it('or until the finding is taken back, by somebody else than the one concerned', async () => {
    const { patientId, chart } = await condemned();
    const [row] = await listed(patientId, '');
    await here.app.sql(`UPDATE membership SET roles = roles || '{admin}'::text[] WHERE clinic_id = $1 AND 'practitioner' = ANY (roles)`, [
      here.clinic.id,
    ]);
    await here.agent.post(`/chart-access/${row?.id}/review`, { outcome: 'justified' }).expect(403);
    await here.app.sql(`UPDATE membership SET roles = array_remove(roles, 'admin') WHERE clinic_id = $1`, [here.clinic.id]);
    const { body } = await here.owner.post(`/chart-access/${row?.id}/review`, { outcome: 'justified', comment: 'A mix-up' }).expect(200);
    expect(body).toMatchObject({ reviewOutcome: 'justified', reviewComment: 'A mix-up', expiresAt: null });
    await here.agent.get(chart).expect(200);
    await here.owner.post(`/chart-access/${row?.id}/review`, { outcome: 'unjustified' }).expect(200);
    await here.agent.get(chart).expect(403);
  });

  it('ends whom they have let in, and whom those have let in', async () => {
    const [second, third] = [await colleague(), await colleague()];
    const { patientId, chart, access } = await unknown();
    const given = await book(desk, patientId, 1);
    const let_in = (by: Agent, { practitionerId }: Colleague) => by.post(access, { reason: 'Shared care', practitionerId }).expect(201);
    await let_in(here.agent, second);
    await let_in(second.agent, third);
    for (const { agent } of [second, third]) await agent.get(chart).expect(200);
    await mark(desk, given, 'cancel').expect(200);
    await book(here.agent, patientId, 1);
    const mine = (await queue(patientId)).findIndex(({ kind }) => kind === 'own_booking');
    await review(patientId, 'unjustified', mine);
    for (const { agent } of [here, second, third]) await agent.get(chart).expect(403);
  });

  it('lets them be let in by the owner alone', async () => {
    const friend = await colleague();
    const { patientId, chart, access } = await condemned();
    await book(desk, patientId, 1, friend.practitionerId);
    const grant = { reason: 'Shared care', practitionerId: here.practitionerId };
    expect((await friend.agent.post(access, grant).expect(403)).body).toMatchObject({ code: 'OWNER_LETS_IN' });
    await here.owner.post(access, grant).expect(201);
    await here.agent.get(chart).expect(200);
  });
});

describe('an opening that was found justified by a slip', () => {
  const say = async (id: string | undefined, outcome: string, comment?: string) => {
    const { body } = await here.owner.post(`/chart-access/${id}/review`, { outcome, ...(comment && { comment }) }).expect(200);
    return body as Access;
  };
  const said = async (id = '') => {
    const sql = `SELECT reason, actor_id AS who, at FROM audit_entry WHERE clinic_id = $1 AND entity_id = $2 AND action = 'update' ORDER BY id`;
    return here.app.sql<{ reason: string; who: string; at: Date }>(sql, [here.clinic.id, id]);
  };
  const justified = async () => {
    const patient = await unknown();
    await book(here.agent, patient.patientId, 1);
    return { ...patient, row: await review(patient.patientId, 'justified') };
  };

  it('is found unjustified, which ends it as the first finding would, and back again, each time kept', async () => {
    const { patientId, chart, row } = await justified();
    const leant = await book(here.agent, patientId, 2);
    expect(await queue(patientId)).toEqual([]);
    expect(await say(row.id, 'unjustified', 'No referral')).toMatchObject({
      reviewOutcome: 'unjustified',
      reviewComment: 'No referral',
      expiresAt: expect.any(String) as string,
    });
    const told = (await here.agent.get(chart).expect(403)).body as object;
    expect(told).toMatchObject({ code: 'CHART_CLOSED', finding: { kind: 'own_booking', reviewerName: 'Olive Owner' } });
    // What leant on the finding is looked at by itself.
    expect(await queue(patientId)).toMatchObject([{ appointmentId: leant }]);
    await say(row.id, 'justified');
    await here.agent.get(chart).expect(200);
    const entries = await said(row.id);
    expect(entries.map(({ reason }) => reason)).toEqual(['justified', 'unjustified', 'justified']);
    for (const { who, at } of entries) expect([who, at]).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/), expect.any(Date)]);
    // Said again it is the same finding.
    await say(row.id, 'justified');
    expect(await said(row.id)).toHaveLength(3);
  });

  it('closes to whom it let in, and to whom those let in', async () => {
    const [second, third] = [await colleague(), await colleague()];
    const { patientId, chart, access } = await unknown();
    await book(desk, patientId, 1);
    const let_in = (by: Agent, { practitionerId }: Colleague) => by.post(access, { reason: 'Shared care', practitionerId }).expect(201);
    const { body } = await let_in(here.agent, second);
    await say((body as Access).id, 'justified');
    await let_in(second.agent, third);
    for (const { agent } of [second, third]) await agent.get(chart).expect(200);
    await say((body as Access).id, 'unjustified');
    for (const { agent } of [second, third]) await agent.get(chart).expect(403);
  });

  it('waits for a review again once that finding is withdrawn, with what leant on it', async () => {
    const { patientId, chart, row } = await justified();
    const leant = await book(here.agent, patientId, 2);
    expect(await say(row.id, 'withdrawn')).toMatchObject({ reviewOutcome: null, reviewedBy: null, reviewedAt: null, reviewComment: null });
    expect((await here.agent.get(chart).expect(200)).body).toMatchObject({ access: { by: 'own_booking' } });
    const waiting = (await queue(patientId)).map(({ appointmentId }) => appointmentId);
    expect(waiting.toSorted()).toEqual([row.appointmentId, leant].toSorted());
    expect((await said(row.id)).map(({ reason }) => reason)).toEqual(['justified', 'finding-withdrawn']);
    // Nothing but that it was justified is withdrawn: an end stays one until somebody says that it was justified.
    await say(row.id, 'unjustified');
    expect(await say(row.id, 'withdrawn')).toMatchObject({ reviewOutcome: 'unjustified' });
    await here.agent.get(chart).expect(403);
  });

  it('is asked about at the time that its appointment was moved to before that', async () => {
    const { row } = await justified();
    const later = fromNow(20);
    await move(here.agent, row.appointmentId ?? '', { start: later });
    await say(row.id, 'withdrawn');
    const [kept] = await here.app.sql<{ at: Date }>('SELECT appointment_at AS at FROM chart_access WHERE id = $1', [row.id]);
    expect(kept?.at.toISOString()).toBe(later);
  });

  it('is found unjustified by nobody whom it concerns', async () => {
    const { row } = await justified();
    await here.app.sql(`UPDATE membership SET roles = roles || '{admin}'::text[] WHERE clinic_id = $1 AND 'practitioner' = ANY (roles)`, [
      here.clinic.id,
    ]);
    for (const outcome of ['unjustified', 'withdrawn']) {
      await here.agent.post(`/chart-access/${row.id}/review`, { outcome }).expect(403);
    }
    await here.app.sql(`UPDATE membership SET roles = array_remove(roles, 'admin') WHERE clinic_id = $1`, [here.clinic.id]);
  });
});

describe('an appointment of one’s own that took place', () => {
  it('stays in the queue and lets nobody in, where only its practitioner says so', async () => {
    const { patientId, chart, access } = await unknown();
    const id = await book(here.agent, patientId, 0.1);
    for (const action of ['arrive', 'start', 'complete']) await here.agent.post(`/appointments/${id}/${action}`).expect(200);
    expect((await here.agent.get(chart).expect(200)).body).toMatchObject({ access: { by: 'own_booking' } });
    const grant = { reason: 'Shared care', practitionerId: (await colleague()).practitionerId };
    expect((await here.agent.post(access, grant).expect(403)).body).toMatchObject({ code: 'GRANT_NOT_YOURS' });
    await book(here.agent, patientId, 3);
    expect(await queue(patientId)).toHaveLength(2);
    await review(patientId, 'justified');
    await here.agent.post(access, grant).expect(201);
  });

  it('is care where somebody else received the patient, until its practitioner says it anew', async () => {
    const { patientId, chart } = await unknown();
    const id = await book(here.agent, patientId, 0.1);
    await desk.post(`/appointments/${id}/arrive`).expect(200);
    expect((await here.agent.get(chart).expect(200)).body).toMatchObject({ access: { by: 'appointment' } });
    expect(await queue(patientId)).toHaveLength(1);
    await here.agent.post(`/appointments/${id}/unarrive`).expect(200);
    await here.agent.post(`/appointments/${id}/arrive`).expect(200);
    expect((await here.agent.get(chart).expect(200)).body).toMatchObject({ access: { by: 'own_booking' } });
  });

  it('asks for no second review where others vouched for the care before', async () => {
    const { patientId } = await unknown();
    const first = await book(desk, patientId, 0.1);
    await here.agent.post(`/appointments/${first}/arrive`).expect(200);
    await book(here.agent, patientId, 7);
    expect(await queue(patientId)).toEqual([]);
    await here.agent.post(`/appointments/${first}/unarrive`).expect(200);
    await desk.post(`/appointments/${first}/cancel`, { by: 'clinic' }).expect(200);
    expect(await queue(patientId)).toHaveLength(1);
  });
});

describe('the row of the queue', () => {
  it('is there however fast one books, reads and cancels', async () => {
    const lost: string[] = [];
    for (let round = 0; round < 14; round++) {
      const { patientId, chart } = await unknown();
      const id = await book(here.agent, patientId, 1);
      const [read] = await Promise.all([here.agent.get(chart), here.agent.post(`/appointments/${id}/cancel`, { by: 'clinic' })]);
      if ((await queue(patientId)).length !== 1) lost.push(`${round}: ${read.status}`);
    }
    expect(lost).toEqual([]);
  });

  it('is there where the appointment is given to a colleague a moment later', async () => {
    const other = await colleague();
    const { patientId } = await unknown();
    const id = await book(here.agent, patientId, 1);
    await move(here.agent, id, { practitionerId: other.practitionerId });
    expect(await queue(patientId)).toHaveLength(1);
  });
});

describe('an appointment that is moved', () => {
  it('by the reader opens the chart no longer than around its day', async () => {
    const { patientId, chart } = await unknown();
    const own = await book(here.agent, patientId, 1);
    await here.agent.get(chart).expect(200);
    await move(here.agent, own, { start: '2199-06-03T14:00:00Z' });
    await here.agent.get(chart).expect(403);
    const given = await unknown();
    const id = await book(desk, given.patientId, 20);
    await here.agent.get(given.chart).expect(200);
    await move(here.agent, id, { start: fromNow(21) });
    await here.agent.get(given.chart).expect(403);
    expect(await queue(given.patientId)).toHaveLength(1);
  });

  it('by others stays whose it was', async () => {
    const { patientId, chart } = await unknown();
    const own = await book(here.agent, patientId, 1);
    await move(desk, own, { start: fromNow(20) });
    await here.agent.get(chart).expect(403);
    await desk.post(`/appointments/${own}/cancel`, { by: 'clinic' }).expect(200);
    await desk.post(`/appointments/${own}/restore`, { overbook: true }).expect(200);
    await here.agent.get(chart).expect(403);
  });

  it('far ahead opens nothing yet, whoever gave it', async () => {
    const { patientId, chart } = await unknown();
    await book(desk, patientId, 95);
    await here.agent.get(chart).expect(403);
    await book(desk, patientId, 80);
    await here.agent.get(chart).expect(200);
  });
});
