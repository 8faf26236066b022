import request from 'supertest';
import { systemCtx } from '../platform/index.js';
import { Agent } from '../testing/agent.js';
import { cookieOf, member, nobody, program, type Session, session, stranger } from '../testing/session.js';
import { InvitationsService } from './invitations.service.js';

const PASSWORD = 'a long enough password';
const clerk = (email = 'clerk@x.example') => ({ email, firstName: 'Cleo', lastName: 'Clerk', roles: ['front_desk'] });

interface Member {
  id: string;
  status: string;
  roles: string[];
  version: number;
}

/** The token of the invitation's mail, as its worker gets it; undefined where none would be written. */
async function mailed({ app, clinic }: Session, invitationId: string): Promise<string | undefined> {
  const mail = await app.nest.get(InvitationsService).mail(systemCtx(clinic.id, 'test'), invitationId);
  return mail?.url.split('/').at(-1);
}
const accept = ({ app }: Session, token: string | undefined, password = PASSWORD) =>
  request(app.url).post(`/api/v1/invitations/${token}/accept`).send({ password });

async function invited(at: Session, email?: string): Promise<Member> {
  const { body } = await at.agent.post('/staff', clerk(email)).expect(201);
  return body as Member;
}

describe('somebody who works here already', () => {
  const asPractitioner = (email: string) => ({
    email,
    firstName: 'Olive',
    lastName: 'Owner',
    profession: 'physiotherapist',
    registrationNumber: 'PT-1',
  });
  const mailsTo = ({ app, clinic }: Session) => app.sql('SELECT 1 FROM invitation WHERE clinic_id = $1', [clinic.id]);

  it('is made a practitioner at once, and asked for nothing by mail: the founder of a clinic of one', async () => {
    const at = await session('owner');
    const { body } = await at.agent.post('/practitioners', asPractitioner(`OWNER@${at.clinic.slug}.example`)).expect(201);
    const me = (await at.agent.get('/session').expect(200)).body as { user: { id: string }; practitionerId: string; roles: string[] };
    expect(body).toMatchObject({ id: me.practitionerId, userId: me.user.id });
    expect(me.roles.toSorted()).toEqual(['owner', 'practitioner']);
    expect(((await at.agent.get('/staff').expect(200)).body as { data: Member[] }).data).toHaveLength(1);
    expect(await mailsTo(at)).toEqual([]);
  });

  it('is not invited a second time', async () => {
    const at = await session('owner');
    const refused = await at.agent.post('/staff', clerk(`owner@${at.clinic.slug}.example`)).expect(409);
    expect(refused.body).toMatchObject({ code: 'ALREADY_MEMBER', errors: [{ pointer: '/email' }] });
    expect(await mailsTo(at)).toEqual([]);
  });

  it('is a stranger to every other clinic, which invites them', async () => {
    const [at, other] = [await session('owner'), await session('owner')];
    const { body } = await other.agent.post('/practitioners', asPractitioner(`owner@${at.clinic.slug}.example`)).expect(201);
    expect(body).toMatchObject({ userId: null });
    expect(await mailsTo(other)).toHaveLength(1);
  });
});

describe('an invitation', () => {
  it('is listed as invited, and is the same record once accepted', async () => {
    const at = await session('owner');
    const member = await invited(at, 'cleo@x.example');
    expect(member).toMatchObject({ status: 'invited', active: false, userId: null, email: 'cleo@x.example', roles: ['front_desk'] });
    const joined = await accept(at, await mailed(at, member.id)).expect(200);
    expect(joined.body).toMatchObject({ roles: ['front_desk'], clinic: { id: at.clinic.id } });
    const now = await at.agent.get(`/staff/${member.id}`).expect(200);
    expect(now.body).toMatchObject({ id: member.id, status: 'active', active: true, firstName: 'Cleo' });
    const { body } = await at.agent.get('/staff').expect(200);
    expect((body as { data: Member[] }).data.map(({ status }) => status)).toEqual(['active', 'active']);
  });

  it('is seen and changed by its clinic alone, and only by who manages staff', async () => {
    const at = await session('owner');
    const { id } = await invited(at);
    const other = await stranger();
    await other.get(`/staff/${id}`).expect(404);
    await other.patch(`/staff/${id}`, { active: false }, { ifMatch: '*' }).expect(404);
    const desk = await session('front_desk');
    await desk.agent.post('/staff', clerk()).expect(403);
    await (await nobody()).post('/staff', clerk()).expect(401);
  });

  it('can be withdrawn or given other roles before it is accepted', async () => {
    const at = await session('owner');
    const { id, version } = await invited(at);
    const changed = await at.agent.patch(`/staff/${id}`, { roles: ['billing'] }, { ifMatch: version }).expect(200);
    expect(changed.body).toMatchObject({ roles: ['billing'], version: version + 1 });
    const token = await mailed(at, id);
    await at.agent.patch(`/staff/${id}`, { active: false }, { ifMatch: version + 1 }).expect(200);
    const gone = await accept(at, token).expect(404);
    expect(gone.body).toMatchObject({ code: 'INVITATION_GONE' });
    expect(await mailed(at, id)).toBeUndefined();
    await at.agent.get(`/staff/${id}`).expect(404);
  });

  it('opens by its newest link alone, once, and not after two weeks', async () => {
    const at = await session('owner');
    const first = await invited(at);
    const oldLink = await mailed(at, first.id);
    const second = await invited(at);
    await accept(at, oldLink).expect(404);
    const token = await mailed(at, second.id);
    await at.app.sql("UPDATE invitation SET expires_at = now() - interval '1 minute' WHERE id = $1", [second.id]);
    await accept(at, token).expect(404);
    await at.app.sql("UPDATE invitation SET expires_at = now() + interval '1 day' WHERE id = $1", [second.id]);
    await accept(at, token).expect(200);
    await accept(at, token).expect(404);
  });

  it('takes the account that the address already has, by its password, and needs no second one', async () => {
    const at = await session('owner');
    const elsewhere = await session('owner');
    const email = `owner@${elsewhere.clinic.slug}.example`;
    const token = await mailed(at, (await invited(at, email)).id);
    const refused = await accept(at, token, 'not their password').expect(409);
    expect(refused.body).toMatchObject({ code: 'EMAIL_IN_USE' });
    const joined = await accept(at, token, 'correct horse battery').expect(200);
    const me = await new Agent(at.app.url, { cookie: cookieOf(joined) }).get('/session').expect(200);
    expect(me.body).toMatchObject({ clinic: { id: at.clinic.id }, roles: ['front_desk'] });
  });

  it('makes the practitioner of its address that one, and is not replaced by one for another role', async () => {
    const at = await session('owner');
    const person = { email: 'Pia@x.example', firstName: 'Pia', lastName: 'P', profession: 'physiotherapist', registrationNumber: '8' };
    const added = (await at.agent.post('/practitioners', person).expect(201)).body as { id: string };
    const access = async () => ((await at.agent.get(`/practitioners/${added.id}`).expect(200)).body as { access: string }).access;
    const refused = await at.agent.post('/staff', clerk('pia@x.example')).expect(409);
    expect(refused.body).toMatchObject({
      code: 'PRACTITIONER_NOT_JOINED',
      errors: [{ pointer: '/email' }],
      practitionerId: added.id,
    });
    expect(await access()).toBe('invited');
    // As from the list of staff, which shows the open invitation.
    const again = await at.agent.post('/staff', { ...clerk('pia@x.example'), roles: ['practitioner', 'front_desk'] }).expect(201);
    expect(await access()).toBe('invited');
    const joined = await accept(at, await mailed(at, (again.body as Member).id)).expect(200);
    expect(joined.body).toMatchObject({ practitionerId: added.id });
    expect(await access()).toBe('joined');
    // What one clinic knows of an address is nothing to another.
    await (await stranger()).post('/staff', clerk('pia@x.example')).expect(201);
  });

  it('that makes an owner is replaced by owners alone, who are told, and each that ends is written down', async () => {
    const at = await session('owner');
    const admin = await member(at.app, at.owner, at.clinic.id, 'admin');
    await admin.agent.post('/session/step-up', { password: 'correct horse battery' }).expect(200);
    const wanted = clerk('second@x.example');
    const { body: first } = await at.agent.post('/staff', { ...wanted, roles: ['owner'] }).expect(201);
    const replaced = await admin.agent.post('/staff', wanted);
    expect([replaced.status, replaced.body]).toEqual([403, expect.objectContaining({ code: 'OWNER_ONLY' })]);
    expect((await at.owner.get(`/staff/${(first as Member).id}`).expect(200)).body).toMatchObject({ roles: ['owner'], status: 'invited' });
    await at.agent.post('/staff', wanted).expect(201);
    const rows = await at.app.sql<{ action: string; what: string }>(
      `SELECT action, what FROM audit_entry WHERE clinic_id = $1 AND (what = 'rights.owner' OR entity_id = $2) ORDER BY id`,
      [at.clinic.id, (first as Member).id],
    );
    const changes = rows.filter(({ action }) => action !== 'read').map(({ action, what }) => `${action} ${what}`);
    expect(changes.toSorted()).toEqual(['create invitation', 'create rights.owner', 'delete invitation', 'delete rights.owner']);
    const told = await at.app.sql("SELECT 1 FROM rights_notice WHERE clinic_id = $1 AND kind = 'owner_taken'", [at.clinic.id]);
    expect(told).toHaveLength(1);
    // What gives no more than the administrator may give is theirs to replace.
    await admin.agent.post('/staff', wanted).expect(201);
  });

  it('is for other roles where the practitioner of its address has left without ever joining', async () => {
    const at = await session('owner');
    const person = { email: 'gus@x.example', firstName: 'Gus', lastName: 'G', profession: 'physiotherapist', registrationNumber: '9' };
    const { id } = (await at.agent.post('/practitioners', person).expect(201)).body as { id: string };
    await at.agent.patch(`/practitioners/${id}`, { active: false }, { ifMatch: '*' }).expect(200);
    await at.agent.post('/staff', clerk('gus@x.example')).expect(201);
  });

  it('is sent anew to a practitioner until they have joined', async () => {
    const at = await session('owner');
    const person = {
      email: 'ot@x.example',
      firstName: 'Otto',
      lastName: 'T',
      profession: 'occupational_therapist',
      registrationNumber: '7',
    };
    const { body } = await at.agent.post('/practitioners', person).expect(201);
    const { id } = body as { id: string };
    await at.agent.post(`/practitioners/${id}/invite`).expect(200);
    await (await stranger()).post(`/practitioners/${id}/invite`).expect(404);
    const open = await at.app.sql<{ id: string }>('SELECT id FROM invitation WHERE practitioner_id = $1 AND revoked_at IS NULL', [id]);
    expect(open).toHaveLength(1);
    await accept(at, await mailed(at, open[0]?.id ?? '')).expect(200);
    const again = await at.agent.post(`/practitioners/${id}/invite`).expect(409);
    expect(again.body).toMatchObject({ code: 'ALREADY_JOINED' });
    const joined = await at.agent.get(`/practitioners/${id}`).expect(200);
    expect((joined.body as { userId: string | null }).userId).not.toBeNull();
  });
});

describe('the sessions of a member', () => {
  it('are ended by who manages the staff, after a fresh proof, in this clinic alone', async () => {
    const at = await session('owner');
    const lost = await member(at.app, at.owner, at.clinic.id, 'front_desk');
    const colleague = await member(at.app, at.owner, at.clinic.id, 'billing');
    const { user } = (await lost.agent.get('/session').expect(200)).body as { user: { id: string } };
    const { data } = (await at.owner.get('/staff').expect(200)).body as { data: { id: string; userId: string }[] };
    const path = `/staff/${data.find(({ userId }) => userId === user.id)?.id}/sessions`;
    await (await stranger()).delete(path).expect(404);
    await (await nobody()).delete(path).expect(401);
    await colleague.agent.delete(path).expect(403);
    await (await program(at)).delete(path).expect(403);
    await lost.agent.get('/session').expect(200);
    await at.owner.delete(path).expect(204);
    await lost.agent.get('/session').expect(401);
    await colleague.agent.get('/session').expect(200);
    const told = await at.app.sql("SELECT 1 FROM audit_entry WHERE clinic_id = $1 AND what = 'session' AND action = 'delete'", [
      at.clinic.id,
    ]);
    expect(told).toHaveLength(1);
    await at.app.sql("UPDATE session SET stepped_up_at = stepped_up_at - interval '11 minutes' WHERE clinic_id = $1", [at.clinic.id]);
    expect((await at.owner.delete(path).expect(403)).body).toMatchObject({ code: 'STEP_UP_REQUIRED' });
  });
});

describe('the ways in of another member', () => {
  const alertsOf = async ({ app, clinic }: Session, kind: string) =>
    (await app.sql('SELECT 1 FROM account_alert WHERE clinic_id = $1 AND kind = $2', [clinic.id, kind])).length;

  it.each([
    ['admin', 'owner', 403],
    ['admin', 'admin', 204],
    ['admin', 'front_desk', 204],
    ['owner', 'owner', 204],
    ['owner', 'admin', 204],
  ] as const)('where %s ends the sessions of %s: %i, and the person is told', async (by, of, status) => {
    const at = await session('owner');
    const [who, whose] = [await member(at.app, at.owner, at.clinic.id, by), await member(at.app, at.owner, at.clinic.id, of)];
    await who.agent.post('/session/step-up', { password: 'correct horse battery' }).expect(200);
    const { user } = (await whose.agent.get('/session').expect(200)).body as { user: { id: string } };
    const { data } = (await at.owner.get('/staff').expect(200)).body as { data: { id: string; userId: string }[] };
    const ended = await who.agent.delete(`/staff/${data.find(({ userId }) => userId === user.id)?.id}/sessions`);
    expect(ended.status).toBe(status);
    await whose.agent.get('/session').expect(status === 204 ? 401 : 200);
    expect(await alertsOf(at, 'sessions_ended')).toBe(status === 204 ? 1 : 0);
    // Nothing is left to end, and so nothing to tell of.
    if (status === 204) await who.agent.delete(`/staff/${data.find(({ userId }) => userId === user.id)?.id}/sessions`).expect(204);
    expect(await alertsOf(at, 'sessions_ended')).toBe(status === 204 ? 1 : 0);
  });

  it('are told of where a key of theirs ends, which another’s program does not end', async () => {
    const at = await session('owner');
    const admin = await member(at.app, at.owner, at.clinic.id, 'admin');
    const { body: key } = await at.agent.post('/api-keys', { name: 'books', scopes: ['clinic:read'] }).expect(201);
    await admin.agent.post('/session/step-up', { password: 'correct horse battery' }).expect(200);
    const { body: theirs } = await admin.agent.post('/api-keys', { name: 'robot', scopes: ['*'] }).expect(201);
    const robot = new Agent(at.app.url, { authorization: `Bearer ${(theirs as { key: string }).key}` });
    const path = `/api-keys/${(key as Member).id}`;
    expect((await robot.delete(path).expect(403)).body).toMatchObject({ code: 'PERSON_ONLY' });
    await admin.agent.delete(path).expect(204);
    expect(await alertsOf(at, 'key_ended')).toBe(1);
    await robot.delete(`/api-keys/${(theirs as Member).id}`).expect(204);
    expect(await alertsOf(at, 'key_ended')).toBe(1);
  });
});

describe('taking rights', () => {
  it('asks for a step-up as giving them does, and a copied session does neither', async () => {
    const at = await session('owner');
    const other = await member(at.app, at.agent, at.clinic.id, 'owner');
    const { body: open } = await at.agent.post('/staff', clerk()).expect(201);
    const { data } = (await at.agent.get('/staff').expect(200)).body as { data: (Member & { firstName: string })[] };
    const idOf = (name: string) => data.find(({ firstName }) => firstName === name)?.id;
    await at.app.sql('UPDATE session SET stepped_up_at = NULL WHERE clinic_id = $1', [at.clinic.id]);
    const takings: [string | undefined, object][] = [
      [idOf('Olive'), { active: false }],
      [idOf('Olive'), { roles: ['admin'] }],
      [idOf('Olive'), { chartRight: false }],
      [idOf('Mara'), { roles: ['front_desk'] }],
      [(open as Member).id, { active: false }],
    ];
    for (const [id, body] of takings) {
      const refused = await other.agent.patch(`/staff/${id}`, body, { ifMatch: '*' }).expect(403);
      expect(refused.body).toMatchObject({ code: 'STEP_UP_REQUIRED' });
    }
    await other.agent.post('/session/step-up', { password: 'correct horse battery' }).expect(200);
    for (const [id, body] of takings.slice(2, 3)) await other.agent.patch(`/staff/${id}`, body, { ifMatch: '*' }).expect(200);
    const { data: after } = (await other.agent.get('/staff').expect(200)).body as { data: { id: string; chartRight: boolean }[] };
    expect(after.find(({ id }) => id === idOf('Olive'))).toMatchObject({ chartRight: false, active: true });
  });

  it('leaves the end of a key open to a session of before, since it is a defence', async () => {
    const at = await session('owner');
    const { body } = await at.agent.post('/api-keys', { name: 'lost', scopes: ['clinic:read'] }).expect(201);
    await at.app.sql('UPDATE session SET stepped_up_at = NULL WHERE clinic_id = $1', [at.clinic.id]);
    await at.agent.delete(`/api-keys/${(body as Member).id}`).expect(204);
  });
});
