import { randomUUID } from 'node:crypto';
import request from 'supertest';
import { systemCtx } from '../platform/index.js';
import { Agent } from '../testing/agent.js';
import { cookieOf, member, program, type Session, session } from '../testing/session.js';
import { InvitationsService } from './invitations.service.js';

const ANY = { ifMatch: '*' };
const PASSWORD = 'correct horse battery';

interface Me {
  user: { id: string; email: string };
  roles: string[];
  chartRight: boolean;
  practitionerId: string | null;
  permissions: string[];
}
interface Member {
  id: string;
  userId: string | null;
  roles: string[];
  chartRight: boolean;
  status: string;
}

const me = async (agent: Agent) => (await agent.get('/session').expect(200)).body as Me;
const staffOf = async (agent: Agent) => ((await agent.get('/staff').expect(200)).body as { data: Member[] }).data;
const own = async (agent: Agent) => {
  const { user } = await me(agent);
  const found = (await staffOf(agent)).find(({ userId }) => userId === user.id);
  if (!found) throw new Error('There is no membership of the caller');
  return found;
};
const person = (email = `${randomUUID()}@x.example`) => ({ email, firstName: 'Nia', lastName: 'New' });
const practitioner = (email?: string) => ({ ...person(email), profession: 'physiotherapist', registrationNumber: 'R-9' });
const opensCharts = ({ permissions, practitionerId }: Me) => permissions.includes('chart:read') || practitionerId !== null;

async function joined({ app, clinic }: Session, invitationId: string): Promise<Agent> {
  const mail = await app.nest.get(InvitationsService).mail(systemCtx(clinic.id, 'test'), invitationId);
  const token = mail?.url.split('/').at(-1);
  const accepted = await request(app.url).post(`/api/v1/invitations/${token}/accept`).send({ password: PASSWORD }).expect(200);
  return new Agent(app.url, { cookie: cookieOf(accepted) });
}
const noticesOf = ({ app, clinic }: Session) =>
  app.sql<{ kind: string; person: string; recipient: string }>(
    'SELECT kind, person, recipient_id AS recipient FROM rights_notice WHERE clinic_id = $1 ORDER BY id',
    [clinic.id],
  );

describe('an administrator', () => {
  it('gives themselves nothing, by any way there is', async () => {
    const at = await session('admin');
    const { id } = await own(at.agent);
    const before = await me(at.agent);
    for (const body of [
      { roles: ['admin', 'practitioner'] },
      { roles: ['admin', 'owner'] },
      { chartRight: true },
      { roles: ['owner'], chartRight: true },
    ]) {
      const refused = await at.agent.patch(`/staff/${id}`, body, ANY).expect(403);
      expect((refused.body as { code: string }).code).toMatch(/^(OWN_RIGHTS|OWNER_ONLY)$/);
    }
    // Their own address makes a row in the diary, and no practitioner of them.
    await at.agent.post('/practitioners', practitioner(before.user.email)).expect(201);
    await at.agent.post('/staff', { ...person(before.user.email), roles: ['practitioner'] }).expect(409);
    expect(await me(at.agent)).toEqual(before);
  });

  it('opens charts to nobody else either: not by invitation, role, return or a second address', async () => {
    const at = await session('admin');
    const refused = (call: Promise<{ status: number; body: unknown }>) =>
      expect(call.then(({ status, body }) => ({ status, body }))).resolves.toMatchObject({ status: 403, body: { code: 'OWNER_ONLY' } });
    await refused(Promise.resolve(at.agent.post('/staff', { ...person(), roles: ['practitioner'] })));
    await refused(Promise.resolve(at.agent.post('/staff', { ...person(), roles: ['front_desk', 'owner'] })));
    const { body: desk } = await at.agent.post('/staff', { ...person(), roles: ['front_desk'] }).expect(201);
    await refused(Promise.resolve(at.agent.patch(`/staff/${(desk as Member).id}`, { roles: ['practitioner'] }, ANY)));
    const left = await member(at.app, at.owner, at.clinic.id, 'practitioner');
    const leftId = (await own(left.agent)).id;
    await at.agent.patch(`/staff/${leftId}`, { active: false }, ANY).expect(200);
    await refused(Promise.resolve(at.agent.patch(`/staff/${leftId}`, { active: true }, ANY)));
    const { body: added } = await at.agent.post('/practitioners', practitioner()).expect(201);
    expect(added).toMatchObject({ userId: null, access: 'not_invited' });
    expect(await at.app.sql('SELECT 1 FROM invitation WHERE practitioner_id = $1', [(added as Member).id])).toEqual([]);
    await refused(Promise.resolve(at.agent.post(`/practitioners/${(added as Member).id}/invite`)));
    const { body: invited } = await at.owner.post(`/practitioners/${(added as Member).id}/invite`).expect(200);
    expect(invited).toMatchObject({ access: 'invited' });
  });

  it('may do what is theirs: invite the desk, take a role away, and give up their own', async () => {
    const at = await session('admin');
    const doctor = await member(at.app, at.owner, at.clinic.id, 'practitioner');
    await at.agent.patch(`/staff/${(await own(doctor.agent)).id}`, { roles: ['front_desk'] }, ANY).expect(200);
    expect((await me(doctor.agent)).permissions).not.toContain('chart:read');
    await at.agent.patch(`/staff/${(await own(at.agent)).id}`, { roles: ['front_desk'] }, ANY).expect(200);
    expect((await me(at.agent)).roles).toEqual(['front_desk']);
    await at.agent.get('/api-keys').expect(403);
  });
});

describe('an owner', () => {
  it('who is the only one may become a practitioner and take the chart right again, and is told of it', async () => {
    const at = await session('owner');
    const { id } = await own(at.agent);
    const { user } = await me(at.agent);
    await at.agent.patch(`/staff/${id}`, { chartRight: false }, ANY).expect(200);
    expect(opensCharts(await me(at.agent))).toBe(false);
    expect(await noticesOf(at)).toEqual([]);
    await at.agent.patch(`/staff/${id}`, { chartRight: true }, ANY).expect(200);
    await at.agent.post('/practitioners', practitioner(user.email)).expect(201);
    const kinds = ['chart_right_given', 'clinical_role_given'];
    expect(await noticesOf(at)).toEqual(kinds.map((kind) => ({ kind, person: 'Olive Owner', recipient: user.id })));
    const { body } = await at.agent.get('/audit?what=rights.chart').expect(200);
    expect((body as { data: unknown[] }).data).toHaveLength(2);
  });

  it('beside another asks the other, who may; both are told', async () => {
    const at = await session('owner');
    const other = await member(at.app, at.agent, at.clinic.id, 'owner');
    const [mine, theirs] = [await own(at.agent), await own(other.agent)];
    for (const body of [{ roles: ['owner', 'practitioner'] }, { roles: ['owner', 'practitioner'], chartRight: true }]) {
      const refused = await at.agent.patch(`/staff/${mine.id}`, body, ANY).expect(403);
      expect(refused.body).toMatchObject({ code: 'OTHER_OWNER' });
    }
    const byWay = await at.agent.post('/practitioners', practitioner((await me(at.agent)).user.email)).expect(403);
    expect(byWay.body).toMatchObject({ code: 'OTHER_OWNER' });
    await other.agent.patch(`/staff/${theirs.id}`, { chartRight: true }, ANY).expect(403);
    await at.agent.patch(`/staff/${theirs.id}`, { chartRight: true }, ANY).expect(200);
    expect(opensCharts(await me(other.agent))).toBe(true);
    const told = (await noticesOf(at)).filter(({ kind }) => kind === 'chart_right_given');
    expect(told.map(({ recipient }) => recipient).toSorted()).toEqual([mine.userId, theirs.userId].toSorted());
  });

  it('gives the chart right to owners alone, and whoever is no owner any more has it no more', async () => {
    const at = await session('owner');
    const desk = await member(at.app, at.agent, at.clinic.id, 'front_desk');
    const refused = await at.agent.patch(`/staff/${(await own(desk.agent)).id}`, { chartRight: true }, ANY).expect(403);
    expect(refused.body).toMatchObject({ code: 'CHART_RIGHT_OF_OWNERS' });
    const other = await member(at.app, at.agent, at.clinic.id, 'owner');
    await other.agent.patch(`/staff/${(await own(at.agent)).id}`, { roles: ['admin'] }, ANY).expect(200);
    expect(await me(at.agent)).toMatchObject({ roles: ['admin'], chartRight: false });
    expect((await noticesOf(at)).map(({ kind }) => kind)).toEqual(['owner_given', 'owner_taken', 'owner_taken']);
  });
});

describe('an invitation', () => {
  it('to somebody who had left gives what it says, and nothing of what they once were', async () => {
    const at = await session('owner');
    const gone = await member(at.app, at.agent, at.clinic.id, 'owner');
    const { email } = (await me(gone.agent)).user;
    await at.agent.patch(`/staff/${(await own(gone.agent)).id}`, { chartRight: true }, ANY).expect(200);
    await at.agent.patch(`/staff/${(await own(gone.agent)).id}`, { active: false }, ANY).expect(200);
    const admin = await member(at.app, at.agent, at.clinic.id, 'admin');
    const { body } = await admin.agent.post('/staff', { ...person(email), roles: ['front_desk'] }).expect(201);
    const back = await joined(at, (body as Member).id);
    expect(await me(back)).toMatchObject({ roles: ['front_desk'], chartRight: false });
  });

  it('gives nothing that whoever sent it may not give any more', async () => {
    const at = await session('owner');
    const other = await member(at.app, at.agent, at.clinic.id, 'owner');
    const { body } = await other.agent.post('/staff', { ...person(), roles: ['practitioner'] }).expect(201);
    const mail = await at.app.nest.get(InvitationsService).mail(systemCtx(at.clinic.id, 'test'), (body as Member).id);
    await at.agent.patch(`/staff/${(await own(other.agent)).id}`, { roles: ['admin'] }, ANY).expect(200);
    const link = `/api/v1/invitations/${mail?.url.split('/').at(-1)}/accept`;
    const refused = await request(at.app.url).post(link).send({ password: PASSWORD }).expect(404);
    expect(refused.body).toMatchObject({ code: 'INVITATION_GONE' });
  });

  it('makes a practitioner of nobody once that role was taken out of it', async () => {
    const at = await session('owner');
    const { body: added } = await at.agent.post('/practitioners', practitioner()).expect(201);
    const invited = (await staffOf(at.agent)).find(({ status }) => status === 'invited');
    await at.agent.patch(`/staff/${invited?.id}`, { roles: ['front_desk'] }, ANY).expect(200);
    const agent = await joined(at, invited?.id ?? '');
    expect(await me(agent)).toMatchObject({ roles: ['front_desk'], practitionerId: null });
    expect((await at.agent.get(`/practitioners/${(added as Member).id}`)).body).toMatchObject({ userId: null });
  });
});

describe('whoever is deactivated', () => {
  it('is signed out here at once, and what they sent or asked for ends', async () => {
    const at = await session('owner');
    const { agent } = await member(at.app, at.owner, at.clinic.id, 'admin');
    const { body } = await agent.post('/staff', { ...person(), roles: ['front_desk'] }).expect(201);
    const { user } = await me(agent);
    await request(at.app.url).post('/api/v1/password-resets').send({ email: user.email }).expect(202);
    await at.agent.patch(`/staff/${(await own(agent)).id}`, { active: false }, ANY).expect(200);
    await agent.get('/session').expect(401);
    await at.agent.get(`/staff/${(body as Member).id}`).expect(404);
    const open = 'SELECT 1 FROM password_reset WHERE user_id = $1 AND used_at IS NULL';
    expect(await at.app.sql(open, [user.id])).toEqual([]);
    const ended = await at.app.sql<{ what: string }>(
      "SELECT DISTINCT what FROM audit_entry WHERE clinic_id = $1 AND action = 'delete' ORDER BY what",
      [at.clinic.id],
    );
    expect(ended.map(({ what }) => what)).toEqual(['invitation', 'session']);
  });
});

describe('a key', () => {
  it('makes no keys, staff, roles or chart rights, whatever its scopes', async () => {
    const at = await session('owner');
    const key = await program(at);
    const { id } = await own(at.agent);
    const { body } = await at.agent.get('/api-keys').expect(200);
    const [first] = (body as { data: Member[] }).data;
    const colleague = await member(at.app, at.agent, at.clinic.id, 'practitioner');
    const patient = await at.agent.post('/patients', { firstName: 'A', lastName: 'B', dateOfBirth: '1990-01-01' }).expect(201);
    const calls = [
      key.post('/api-keys', { name: 'child', scopes: ['clinic:read'] }),
      key.post(`/api-keys/${first?.id}/adopt`),
      key.post('/staff', { ...person(), roles: ['front_desk'] }),
      key.patch(`/staff/${id}`, { roles: ['owner', 'admin'] }, ANY),
      key.post(`/practitioners/${colleague.practitionerId}/invite`),
      key.post(`/patients/${(patient.body as Member).id}/chart-access`, { reason: 'Because', practitionerId: colleague.practitionerId }),
    ];
    for (const { status, body } of await Promise.all(calls))
      expect([status, (body as { code: string }).code]).toEqual([403, 'PERSON_ONLY']);
  });

  it('adds a practitioner to the diary and opens nothing to anybody by it', async () => {
    const at = await session('owner');
    const key = await program(at);
    for (const email of [undefined, (await me(at.agent)).user.email]) {
      const { body } = await key.post('/practitioners', practitioner(email)).expect(201);
      expect(body).toMatchObject({ userId: null, access: 'not_invited' });
    }
    expect((await me(at.agent)).roles).toEqual(['owner']);
    expect(await at.app.sql('SELECT 1 FROM invitation WHERE clinic_id = $1', [at.clinic.id])).toEqual([]);
  });
});
