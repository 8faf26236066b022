import { randomUUID } from 'node:crypto';
import { aPatient } from '../../testing/patients.fixture.js';
import { member, nobody, type Session, session, stranger } from '../../testing/session.js';
import { ATTENTION } from './attention.js';

interface Row {
  id: string;
  status: string;
  attention: boolean;
  handledAt: string | null;
  patient: object | null;
  version: number;
}
interface Page {
  data: Row[];
  nextCursor: string | null;
}

const TOMORROW = new Date(Date.now() + 86_400_000);
const YESTERDAY = new Date(Date.now() - 86_400_000);

/** Rows as the sender leaves them; what is sent how is the sender's own test. */
async function leave(
  { app, clinic }: Session,
  rows: { status: string; startsAt?: Date; patientId?: string; kind?: string }[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const { status, startsAt = null, patientId = null, kind = 'reminder' } of rows) {
    const [row] = await app.sql<{ id: string }>(
      `INSERT INTO message (clinic_id, id, kind, channel, status, due_at, starts_at, patient_id)
       VALUES ($1, uuidv7(), $5, 'sms', $2, now(), $3, $4) RETURNING id`,
      [clinic.id, status, startsAt, patientId, kind],
    );
    ids.push(row?.id ?? '');
  }
  return ids;
}

async function scene() {
  const here = await session('front_desk');
  const patient = await aPatient(here.owner, { preferredName: 'Mélie' });
  const ids = await leave(here, [
    { status: 'failed', startsAt: TOMORROW, patientId: patient.id },
    { status: 'delivered', startsAt: TOMORROW, patientId: patient.id },
    { status: 'unknown', startsAt: TOMORROW, patientId: patient.id },
    { status: 'failed', startsAt: YESTERDAY, patientId: patient.id },
    { status: 'failed' },
    { status: 'sent' },
  ]);
  const list = async (query: string) => (await here.agent.get(`/messages?${query}`).expect(200)).body as Page;
  const places = async (query: string) => (await list(query)).data.map(({ id }) => ids.indexOf(id));
  const count = async () => ((await here.agent.get('/messages/attention').expect(200)).body as { count: number }).count;
  return { ...here, ids, list, places, count };
}

describe('the inbox', () => {
  it('names the patient of each message, and nobody where it is to staff', async () => {
    const { list, ids, agent } = await scene();
    const { data } = await list('');
    expect(data.map(({ id }) => id)).toEqual(ids.toReversed());
    const patient = { firstName: 'Amélie', lastName: 'Gagné', preferredName: 'Mélie' };
    expect(data.map((row) => row.patient)).toEqual([null, null, patient, patient, patient, patient]);
    expect((await agent.get(`/messages/${ids[0]}`).expect(200)).body).toMatchObject({ patient, attention: true });
  });

  it('tells what must be looked into: failed or unknown, still in time, not yet taken care of', async () => {
    const { places, count } = await scene();
    expect(await places('attention=true')).toEqual([4, 2, 0]);
    expect(await places('attention=false')).toEqual([5, 3, 1]);
    expect(await count()).toBe(3);
  });

  it('takes several states at once', async () => {
    const { places, agent } = await scene();
    expect(await places('status=unknown,sent')).toEqual([5, 2]);
    expect(await places('status=unknown&status=failed')).toEqual([4, 3, 2, 0]);
    expect(await places('status=sent')).toEqual([5]);
    await agent.get('/messages?status=sent,lost').expect(400);
  });

  it('tells those alone who may read the audit that a chart was opened, of which its reader is told by nobody', async () => {
    const { agent, owner, ...here } = await session('front_desk');
    const [id = '', other = ''] = await leave({ agent, owner, ...here }, [
      { kind: 'chart_opened', status: 'failed' },
      { kind: 'account_alert', status: 'failed' },
    ]);
    const seenBy = async (who: typeof agent) => {
      const { data } = (await who.get('/messages?audience=staff').expect(200)).body as Page;
      const { count } = (await who.get('/messages/attention').expect(200)).body as { count: number };
      return { ids: data.map((row) => row.id), count };
    };
    expect(await seenBy(agent)).toEqual({ ids: [other], count: 1 });
    await agent.get(`/messages/${id}`).expect(404);
    await agent.post(`/messages/${id}/resolve`, { outcome: 'handled' }).expect(404);
    expect(await seenBy(owner)).toEqual({ ids: [other, id], count: 2 });
    await owner.get(`/messages/${id}`).expect(200);
    await owner.post(`/messages/${id}/resolve`, { outcome: 'handled' }).expect(200);
  });

  it('tells what is between the clinic and patients from mails to those who work there', async () => {
    const here = await session('front_desk');
    const kinds = ['reminder', 'reply', 'received', 'account_alert', 'staff_invitation', 'password_reset', 'rights_notice'];
    const ids = await leave(
      here,
      kinds.map((kind) => ({ kind, status: kind === 'received' ? 'received' : 'sent' })),
    );
    const listed = async (query: string) => {
      const { data } = (await here.agent.get(`/messages?limit=100${query}`).expect(200)).body as Page;
      return data.flatMap(({ id }) => kinds[ids.indexOf(id)] ?? []).toReversed();
    };
    expect(await listed('&audience=patients')).toEqual(kinds.slice(0, 3));
    expect(await listed('&audience=patients&sort=attention')).toEqual(['reminder', 'reply', 'received']);
    expect(await listed('&audience=staff')).toEqual(kinds.slice(3));
    expect(await listed('')).toEqual(kinds);
    await here.agent.get('/messages?audience=everybody').expect(400);
  });

  it('puts them first when asked to, page by page', async () => {
    const { list, places, ids, agent } = await scene();
    expect(await places('sort=attention')).toEqual([4, 2, 0, 5, 3, 1]);
    const seen: number[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Page = await list(`sort=attention&limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...page.data.map(({ id }) => ids.indexOf(id)));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual([4, 2, 0, 5, 3, 1]);
    const { nextCursor } = await list('limit=2');
    await agent.get(`/messages?sort=attention&cursor=${nextCursor}`).expect(400);
  });

  it('forgets a failure that somebody has taken care of, once', async () => {
    const { agent, ids, count, places } = await scene();
    const [failed, delivered, unknown] = ids;
    const answer = await agent.post(`/messages/${failed}/resolve`, { outcome: 'handled' }, { ifMatch: 1 }).expect(200);
    expect(answer.body).toMatchObject({ status: 'failed', attention: false, handledAt: expect.any(String) as string, version: 2 });
    expect(await places('attention=true')).toEqual([4, 2]);
    expect(await count()).toBe(2);
    const again = await agent.post(`/messages/${failed}/resolve`, { outcome: 'handled' }).expect(200);
    expect(again.body).toMatchObject({ version: 2 });
    for (const id of [delivered, unknown]) await agent.post(`/messages/${id}/resolve`, { outcome: 'handled' }).expect(409);
    await agent.post(`/messages/${failed}/resolve`, { outcome: 'sent' }).expect(409);
  });

  it('is closed to other clinics, to roles without the right and to nobody in particular', async () => {
    const here = await scene();
    const other = await stranger();
    expect((await other.get('/messages/attention').expect(200)).body).toEqual({ count: 0 });
    expect((await other.get('/messages?attention=true').expect(200)).body).toEqual({ data: [], nextCursor: null, total: 0 });
    await other.post(`/messages/${here.ids[0]}/resolve`, { outcome: 'handled' }).expect(404);
    await other.post(`/messages/${randomUUID()}/resolve`, { outcome: 'handled' }).expect(404);
    const billing = (await member(here.app, here.owner, here.clinic.id, 'billing')).agent;
    const practitioner = (await member(here.app, here.owner, here.clinic.id, 'practitioner')).agent;
    await billing.get('/messages/attention').expect(403);
    await practitioner.get('/messages/attention').expect(200);
    await practitioner.post(`/messages/${here.ids[0]}/resolve`, { outcome: 'handled' }).expect(403);
    await (await nobody()).get('/messages/attention').expect(401);
  });
});

it('what has to be looked into is found by an index, however many messages others have', async () => {
  const { app } = await session('owner');
  await app.sql(`CREATE FUNCTION plan_of(asked text) RETURNS json LANGUAGE plpgsql SET enable_seqscan = off AS $$
    DECLARE plan json; BEGIN EXECUTE 'EXPLAIN (FORMAT JSON) ' || asked INTO plan; RETURN plan; END $$`);
  const asked = `SELECT 1 FROM message m WHERE m.clinic_id = '${randomUUID()}' AND ${ATTENTION}`;
  const [row] = await app.sql<{ plan: object }>('SELECT plan_of($1) AS plan', [asked]);
  await app.sql('DROP FUNCTION plan_of(text)');
  // By its states: the index of the clinic alone would read all that it ever wrote.
  expect(JSON.stringify(row?.plan)).toMatch(/Index Cond":"[^"]*status = ANY/);
});
