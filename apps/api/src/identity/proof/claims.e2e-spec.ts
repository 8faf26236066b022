import request from 'supertest';
import { systemCtx } from '../../platform/index.js';
import { codeNow } from '../../testing/authenticators.js';
import { program, type Session, session } from '../../testing/session.js';
import { AddressProofsService } from './address-proofs.service.js';

const PASSWORD = 'correct horse battery';
const MINE = 'staple gun correct';
const emailOf = ({ clinic }: Pick<Session, 'clinic'>) => `owner@${clinic.slug}.example`;

async function founderOf({ app, clinic }: Session): Promise<string> {
  const [row] = await app.sql<{ founder: string }>('SELECT founder_id AS founder FROM clinic WHERE id = $1', [clinic.id]);
  return row?.founder ?? '';
}
const mailed = async (at: Session) => at.app.nest.get(AddressProofsService).mail(systemCtx(at.clinic.id, 'test'), await founderOf(at));
const tokenOf = (mail: { url: string } | undefined) => mail?.url.split('/').at(-1) ?? '';
/** By a browser that is signed in as nobody, unless a cookie is given. */
const press = ({ app }: Session, token: string, body?: object, cookie?: string) => {
  const call = request(app.url).post(`/api/v1/address-proof/${token}/confirm`);
  return (cookie ? call.set('cookie', cookie) : call).send(body);
};
const signIn = (at: Session, password: string) =>
  request(at.app.url)
    .post('/api/v1/session')
    .send({ email: emailOf(at), password });
const provedOf = async (at: Session) =>
  (await at.app.sql('SELECT 1 FROM user_account WHERE id = $1 AND proved_at IS NOT NULL', [await founderOf(at)])).length === 1;

describe('the link in the mail of a sign-up', () => {
  it('is enough in the browser that signed up, and ends nothing', async () => {
    const at = await session('owner', { unproved: true });
    await press(at, tokenOf(await mailed(at)), undefined, at.agent.cookie).expect(204);
    expect((await at.agent.get('/address-proof').expect(200)).body).toMatchObject({ proved: true, clinicProved: true });
  });

  it('asks any other browser for the password of the sign-up; the right one ends nothing', async () => {
    const at = await session('owner', { unproved: true });
    const token = tokenOf(await mailed(at));
    const other = await session('owner');
    for (const cookie of [undefined, other.agent.cookie])
      expect((await press(at, token, undefined, cookie).expect(403)).body).toMatchObject({ code: 'PASSWORD_WANTED' });
    expect((await press(at, token, { password: MINE }).expect(401)).body).toMatchObject({ code: 'SIGN_IN_REFUSED' });
    await press(at, token, { password: PASSWORD, newPassword: MINE }).expect(400);
    expect(await provedOf(at)).toBe(false);
    await press(at, token, { password: PASSWORD }).expect(204);
    expect((await at.agent.get('/address-proof').expect(200)).body).toMatchObject({ proved: true, clinicProved: true });
    await press(at, token, { password: PASSWORD }).expect(404);
  });

  it('leaves no word in the clinic of a wrong password by who is not signed in to it, and of one by who is', async () => {
    const at = await session('owner', { unproved: true });
    const failures = () => at.app.sql("SELECT what FROM audit_entry WHERE clinic_id = $1 AND action = 'sign_in_failed'", [at.clinic.id]);
    await press(at, tokenOf(await mailed(at)), { password: MINE }).expect(401);
    await signIn(at, MINE).expect(401);
    expect(await failures()).toEqual([]);
    await at.agent.post('/session/step-up', { password: MINE }).expect(401);
    expect(await failures()).toEqual([{ what: 'session.password' }]);
  });

  it('takes a new password from who does not know it, and leaves nothing to the stranger who signed up', async () => {
    const at = await session('owner', { unproved: true });
    const robot = await program(at, ['clinic:read']);
    const invite = { email: 'accomplice@x.example', firstName: 'E', lastName: 'V', roles: ['admin'] };
    const invited = (await at.agent.post('/staff', invite).expect(201)).body as { id: string };
    const token = tokenOf(await mailed(at));
    expect((await press(at, token, { newPassword: 'password2026!' }).expect(400)).body).toMatchObject({
      errors: [{ pointer: '/newPassword' }],
    });
    await press(at, token, { newPassword: MINE }).expect(204);
    await press(at, token, { newPassword: PASSWORD }).expect(404);
    // What the stranger had: a session, a key, an invitation, a known browser and the password.
    await at.agent.get('/session').expect(401);
    await at.agent.post('/session/factors', { kind: 'totp' }).expect(401);
    expect((await robot.get('/locations').expect(401)).body).toMatchObject({ code: 'API_KEY_STOPPED' });
    expect(await at.app.sql('SELECT 1 FROM invitation WHERE id = $1 AND revoked_at IS NOT NULL', [invited.id])).toHaveLength(1);
    expect(await at.app.sql('SELECT 1 FROM known_device WHERE user_id = $1', [await founderOf(at)])).toHaveLength(0);
    await signIn(at, PASSWORD).expect(401);
    const mine = await signIn(at, MINE).expect(200);
    expect(mine.body).toMatchObject({ clinic: { id: at.clinic.id, proved: true } });
  });

  it('lets one of two that press it with a new password have its way', async () => {
    const at = await session('owner', { unproved: true });
    const token = tokenOf(await mailed(at));
    const answers = await Promise.all([MINE, 'three otters and a kettle'].map((newPassword) => press(at, token, { newPassword })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 404]);
  });

  it('does not open with the code or link of a mail to an address of before', async () => {
    const at = await session('owner', { unproved: true });
    const old = await mailed(at);
    // As if the correction had come between reading the address and writing the code down.
    await at.app.sql('UPDATE user_account SET email = $2 WHERE id = $1', [await founderOf(at), `right@${at.clinic.slug}.example`]);
    await at.agent.post('/address-proof', { code: old?.code }).expect(400);
    await press(at, tokenOf(old), undefined, at.agent.cookie).expect(404);
    expect(await provedOf(at)).toBe(false);
  });
});

describe('a forgotten password of an unproved account', () => {
  it('is set by whoever reads the mail, and leaves the stranger no known browser', async () => {
    const at = await session('owner', { unproved: true });
    const email = emailOf(at);
    await request(at.app.url).post('/api/v1/password-resets').send({ email }).expect(202);
    const token = Buffer.from(`reset of ${email}`.padEnd(43, 'x')).toString('base64url');
    await at.app.sql('UPDATE password_reset SET token_hash = sha256($1) WHERE clinic_id = $2', [Buffer.from(token), at.clinic.id]);
    const before = await at.app.sql('SELECT 1 FROM known_device WHERE user_id = $1', [await founderOf(at)]);
    expect(before).toHaveLength(1);
    await request(at.app.url).post(`/api/v1/password-resets/${token}/complete`).send({ password: MINE }).expect(204);
    // The browser that set it is the only one that is known.
    expect(await at.app.sql('SELECT 1 FROM known_device WHERE user_id = $1', [await founderOf(at)])).toHaveLength(1);
    await at.agent.post('/session/factors', { kind: 'totp' }).expect(401);
  });

  it('keeps the factor of a proved one', async () => {
    const at = await session('owner');
    const { id, secret } = (await at.agent.post('/session/factors', { kind: 'totp' }).expect(201)).body as { id: string; secret: string };
    await at.agent.post(`/session/factors/${id}/confirm`, { code: codeNow(secret), name: 'phone' }).expect(200);
    await request(at.app.url)
      .post('/api/v1/password-resets')
      .send({ email: emailOf(at) })
      .expect(202);
    const token = Buffer.from(`reset of ${emailOf(at)}`.padEnd(43, 'x')).toString('base64url');
    await at.app.sql('UPDATE password_reset SET token_hash = sha256($1) WHERE clinic_id = $2', [Buffer.from(token), at.clinic.id]);
    await request(at.app.url).post(`/api/v1/password-resets/${token}/complete`).send({ password: MINE }).expect(204);
    expect((await signIn(at, MINE).expect(200)).body).toMatchObject({
      secondFactor: { methods: expect.arrayContaining(['totp']) as string[] },
    });
  });
});
