import { randomUUID } from 'node:crypto';
import { member, nobody, session, type Session } from '../testing/session.js';

interface Rule {
  id: string;
  channel: string;
  minutesBefore: number;
  active: boolean;
  version: number;
}
interface Template {
  id: string;
  channel: string;
  locale: string;
  subject: string | null;
  body: string;
  version: number;
}
let clinic: Session;
beforeEach(async () => {
  clinic = await session('owner');
});

const rules = async (of = clinic) => ((await of.agent.get('/reminder-rules').expect(200)).body as { data: Rule[] }).data;
const templates = async (of = clinic) => ((await of.agent.get('/message-templates').expect(200)).body as { data: Template[] }).data;

describe('reminder rules', () => {
  it('are there at once, changed under their id, and stored only when changed', async () => {
    const [email, sms] = await rules();
    expect([email, sms]).toMatchObject([
      { channel: 'email', minutesBefore: 4320 },
      { channel: 'sms', minutesBefore: 2880 },
    ]);
    const { body } = await clinic.agent.patch(`/reminder-rules/${sms!.id}`, { minutesBefore: 1440 }, { ifMatch: sms!.version }).expect(200);
    expect(body).toEqual({ ...sms, minutesBefore: 1440, version: 2 });
    expect(await rules()).toEqual([email, body]);
    expect((await clinic.agent.get(`/reminder-rules/${sms!.id}`).expect(200)).headers['etag']).toBe('"2"');
  });

  it('can be added, switched off and removed, defaults too', async () => {
    const added = (await clinic.agent.post('/reminder-rules', { channel: 'sms', minutesBefore: 120 }).expect(201)).body as Rule;
    await clinic.agent.patch(`/reminder-rules/${added.id}`, { active: false }, { ifMatch: '*' }).expect(200);
    const [email] = await rules();
    await clinic.agent.delete(`/reminder-rules/${email!.id}`).expect(204);
    await clinic.agent.delete(`/reminder-rules/${email!.id}`).expect(404);
    expect(await rules()).toMatchObject([
      { channel: 'sms', minutesBefore: 2880 },
      { minutesBefore: 120, active: false },
    ]);
  });

  it('refuse a twin, a stale change, nonsense, and unknown fields', async () => {
    const [email] = await rules();
    const twin = await clinic.agent.post('/reminder-rules', { channel: 'email', minutesBefore: 4320 }).expect(409);
    expect(twin.body).toMatchObject({ code: 'REMINDER_RULE_EXISTS' });
    await clinic.agent.patch(`/reminder-rules/${email!.id}`, { minutesBefore: 60 }).expect(428);
    await clinic.agent.patch(`/reminder-rules/${email!.id}`, { minutesBefore: 60 }, { ifMatch: 7 }).expect(412);
    const wrong = await clinic.agent.post('/reminder-rules', { channel: 'pigeon', minutesBefore: 1, colour: 'red' }).expect(400);
    const pointers = (wrong.body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer);
    expect(pointers.sort()).toEqual(['/channel', '/colour', '/minutesBefore']);
  });

  it('are twenty at the most, however many are asked for at once', async () => {
    const { agent } = await session('owner');
    const add = (n: number) => agent.post('/reminder-rules', { channel: 'sms', minutesBefore: 60 + n });
    const added = await Promise.all(Array.from({ length: 22 }, (_, n) => add(n)));
    expect(added.filter(({ status }) => status === 201)).toHaveLength(18);
    const refused = added.filter(({ status }) => status !== 201).map(({ status, body }) => [status, (body as { code: string }).code]);
    expect(refused).toEqual(Array.from({ length: 4 }, () => [409, 'REMINDER_RULE_LIMIT']));
    const { body } = await agent.get('/reminder-rules').expect(200);
    const { data } = body as { data: Rule[] };
    expect(data).toHaveLength(20);
    await agent.delete(`/reminder-rules/${data[0]!.id}`).expect(204);
    await add(100).expect(201);
  });

  it('belong to one clinic: another has its own under other ids', async () => {
    const other = await session('owner');
    const [mine] = await rules();
    expect((await rules(other)).map(({ id }) => id)).not.toContain(mine!.id);
    await other.agent.get(`/reminder-rules/${mine!.id}`).expect(404);
    await other.agent.patch(`/reminder-rules/${mine!.id}`, { minutesBefore: 60 }, { ifMatch: '*' }).expect(404);
    await other.agent.delete(`/reminder-rules/${mine!.id}`).expect(404);
  });

  it("are read by the clinic, changed by owner and admin, and nobody's without signing in", async () => {
    const { agent: desk } = await member(clinic.app, clinic.owner, clinic.clinic.id, 'front_desk');
    await desk.get('/reminder-rules').expect(200);
    await desk.post('/reminder-rules', { channel: 'sms', minutesBefore: 60 }).expect(403);
    await (await nobody()).get('/reminder-rules').expect(401);
  });
});

describe('message texts', () => {
  it('are there in both languages, and changed under their id', async () => {
    const all = await templates();
    expect(all.map(({ channel, locale }) => `${channel} ${locale}`).sort()).toEqual(['email en', 'email fr', 'sms en', 'sms fr']);
    const sms = all.find(({ channel, locale }) => channel === 'sms' && locale === 'fr')!;
    const body = '{{clinic}} : à bientôt, {{date}}. {{link}} ARRET';
    expect((await clinic.agent.patch(`/message-templates/${sms.id}`, { body }, { ifMatch: 1 }).expect(200)).body).toEqual({
      ...sms,
      body,
      version: 2,
    });
    expect((await clinic.agent.get(`/message-templates/${sms.id}`).expect(200)).body).toMatchObject({ body });
  });

  it('refuse what a message must not say, with the mend', async () => {
    const sms = (await templates()).find(({ channel }) => channel === 'sms')!;
    const refused = await clinic.agent
      .patch(`/message-templates/${sms.id}`, { body: 'Your {{service}}: reply CANCEL' }, { ifMatch: '*' })
      .expect(400);
    const details = (refused.body as { errors: { detail: string }[] }).errors.map(({ detail }) => detail).join(' ');
    expect(details).toMatch(/\{\{service\}\} is not known.+\{\{link\}\}.+CANCEL.+STOP/s);
    await clinic.agent.patch(`/message-templates/${sms.id}`, { subject: 'x' }, { ifMatch: '*' }).expect(400);
  });

  it('belong to one clinic, and to those who may change them', async () => {
    const other = await session('owner');
    const [mine] = await templates();
    await other.agent.get(`/message-templates/${mine!.id}`).expect(404);
    await other.agent.patch(`/message-templates/${mine!.id}`, { body: '{{link}} STOP' }, { ifMatch: '*' }).expect(404);
    const { agent: desk } = await member(clinic.app, clinic.owner, clinic.clinic.id, 'front_desk');
    await desk.patch(`/message-templates/${mine!.id}`, { body: '{{link}} STOP' }, { ifMatch: '*' }).expect(403);
  });
});

describe('messages', () => {
  it('are listed page by page, filtered, and refuse a cursor that is none', async () => {
    for (let n = 0; n < 3; n++) {
      await clinic.app.sql(
        `INSERT INTO message (clinic_id, id, kind, channel, status, due_at) VALUES ($1, uuidv7(), 'reminder', 'sms', $2, now())`,
        [clinic.clinic.id, n === 0 ? 'unknown' : 'sent'],
      );
    }
    const first = (await clinic.agent.get('/messages?status=sent&limit=1').expect(200)).body as {
      data: { id: string }[];
      nextCursor: string;
    };
    const second = (await clinic.agent.get(`/messages?status=sent&limit=1&cursor=${first.nextCursor}`).expect(200)).body as typeof first;
    expect([first.data.length, second.data.length, second.nextCursor]).toEqual([1, 1, null]);
    expect(first.data[0]!.id > second.data[0]!.id).toBe(true);
    await clinic.agent.get(`/messages?cursor=${Buffer.from('["x"]').toString('base64url')}`).expect(400);
    await clinic.agent.get('/messages?status=lost').expect(400);
  });

  it('of another clinic are not there, and roles without the right are turned away', async () => {
    const id = randomUUID();
    await clinic.app.sql(
      "INSERT INTO message (clinic_id, id, kind, channel, status, due_at) VALUES ($1, $2, 'reminder', 'email', 'unknown', now())",
      [clinic.clinic.id, id],
    );
    const other = await session('owner');
    await other.agent.get(`/messages/${id}`).expect(404);
    await other.agent.post(`/messages/${id}/resolve`, { outcome: 'sent' }).expect(404);
    expect((await other.agent.get('/messages').expect(200)).body).toEqual({ data: [], nextCursor: null, total: 0 });
    const { agent: billing } = await member(clinic.app, clinic.owner, clinic.clinic.id, 'billing');
    await billing.get('/messages').expect(403);
    const { agent: practitioner } = await member(clinic.app, clinic.owner, clinic.clinic.id, 'practitioner');
    await practitioner.post(`/messages/${id}/resolve`, { outcome: 'sent' }).expect(403);
    await clinic.agent.post(`/messages/${id}/resolve`, { outcome: 'perhaps' }).expect(400);
    await clinic.agent.post(`/messages/${id}/resolve`, { outcome: 'sent' }, { ifMatch: 9 }).expect(412);
    await clinic.agent.post(`/messages/${id}/resolve`, { outcome: 'sent' }, { ifMatch: 1 }).expect(200);
  });
});
