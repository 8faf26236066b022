import request, { type Response } from 'supertest';
import { systemCtx } from '../../platform/index.js';
import { Agent } from '../../testing/agent.js';
import { cookieOf, member, nobody, program, type Session, session } from '../../testing/session.js';
import { AddressProofsService } from './address-proofs.service.js';

const PASSWORD = 'correct horse battery';
const OTHER = 'another password altogether';
let count = 0;
const anAddress = () => `somebody-${++count}@proofs.example`;

const signUpAt = ({ app }: Pick<Session, 'app'>, email: string, password = PASSWORD, slug = `proofs-${++count}`) =>
  request(app.url)
    .post('/api/v1/clinics')
    .send({
      name: 'Clinique',
      slug,
      timeZone: 'America/Moncton',
      country: 'CA',
      region: 'NB',
      currency: 'CAD',
      locale: 'fr',
      owner: { email, password, firstName: 'Ada', lastName: 'Roy' },
    });
const signIn = ({ app }: Pick<Session, 'app'>, email: string, password = PASSWORD) =>
  request(app.url).post('/api/v1/session').send({ email, password });
const as = ({ app }: Pick<Session, 'app'>, answer: Response) => new Agent(app.url, { cookie: cookieOf(answer) });

/** What the mail would carry, as its worker gets it. */
async function mailed(at: Pick<Session, 'app'>, clinicId: string) {
  const [clinic] = await at.app.sql<{ founder: string }>('SELECT founder_id AS founder FROM clinic WHERE id = $1', [clinicId]);
  return at.app.nest.get(AddressProofsService).mail(systemCtx(clinicId, 'test'), clinic?.founder ?? '');
}
const requestedMails = ({ app }: Session, clinicId: string) =>
  app.sql("SELECT 1 FROM outbox WHERE clinic_id = $1 AND type = 'address.proof_requested'", [clinicId]);
const aMinuteLater = ({ app }: Session) => app.sql("UPDATE address_proof SET mailed_at = mailed_at - interval '61 seconds'");

describe('the address of a founder', () => {
  it('is proved by the code of the mail, once, and with it the clinic', async () => {
    const at = await session('owner', { unproved: true });
    const before = await at.agent.get('/address-proof').expect(200);
    expect(before.body).toMatchObject({ email: `owner@${at.clinic.slug}.example`, proved: false, clinicProved: false });
    expect((await at.agent.get('/session')).body).toMatchObject({ clinic: { proved: false } });
    expect(await requestedMails(at, at.clinic.id)).toHaveLength(1);
    const { code = '' } = (await mailed(at, at.clinic.id)) ?? {};
    expect(code).toMatch(/^\d{6}$/);
    const after = await at.agent.post('/address-proof', { code }).expect(200);
    expect(after.body).toMatchObject({ proved: true, clinicProved: true, closesAt: null, nextMailAt: null });
    expect((await at.agent.get('/session')).body).toMatchObject({ clinic: { proved: true } });
    await at.agent.post('/address-proof', { code }).expect(400);
    const events = await at.app.sql("SELECT 1 FROM outbox WHERE clinic_id = $1 AND type = 'clinic.proved'", [at.clinic.id]);
    expect(events).toHaveLength(1);
    expect(await mailed(at, at.clinic.id)).toBeUndefined();
  });

  it('is proved by the link on any device, and the link works once', async () => {
    const at = await session('owner', { unproved: true });
    const token = (await mailed(at, at.clinic.id))?.url.split('/').at(-1) ?? '';
    const confirm = () => request(at.app.url).post(`/api/v1/address-proof/${token}/confirm`).send({ password: PASSWORD });
    await confirm().expect(204);
    expect((await at.agent.get('/address-proof')).body).toMatchObject({ clinicProved: true });
    expect((await confirm().expect(404)).body).toMatchObject({ code: 'PROOF_LINK_GONE' });
    await request(at.app.url)
      .post(`/api/v1/address-proof/${'x'.repeat(43)}/confirm`)
      .expect(404);
  });

  it('is proved by the link that sets a new password', async () => {
    const at = await session('owner', { unproved: true });
    const email = `owner@${at.clinic.slug}.example`;
    await request(at.app.url).post('/api/v1/password-resets').send({ email }).expect(202);
    const token = Buffer.from(`reset of ${email}`.padEnd(43, 'x')).toString('base64url');
    await at.app.sql('UPDATE password_reset SET token_hash = sha256($1) WHERE clinic_id = $2', [Buffer.from(token), at.clinic.id]);
    await request(at.app.url).post(`/api/v1/password-resets/${token}/complete`).send({ password: OTHER }).expect(204);
    const back = as(at, await signIn(at, email, OTHER).expect(200));
    expect((await back.get('/address-proof')).body).toMatchObject({ proved: true, clinicProved: true });
  });

  it('is not proved by a link for a new password that was mailed to the address of before', async () => {
    const at = await session('owner', { unproved: true });
    const [before, victim] = [`owner@${at.clinic.slug}.example`, anAddress()];
    await request(at.app.url).post('/api/v1/password-resets').send({ email: before }).expect(202);
    const token = Buffer.from(`reset of ${before}`.padEnd(43, 'x')).toString('base64url');
    await at.app.sql('UPDATE password_reset SET token_hash = sha256($1) WHERE clinic_id = $2', [Buffer.from(token), at.clinic.id]);
    await aMinuteLater(at);
    await at.agent.put('/address-proof/address', { email: victim }).expect(200);
    const complete = await request(at.app.url).post(`/api/v1/password-resets/${token}/complete`).send({ password: OTHER });
    expect([complete.status, complete.body]).toEqual([404, expect.objectContaining({ code: 'PASSWORD_RESET_GONE' })]);
    expect((await at.agent.get('/address-proof')).body).toMatchObject({ email: victim, proved: false, clinicProved: false });
  });

  it('is never another than the mail went to, whenever the account is given another', async () => {
    const at = await session('owner', { unproved: true });
    const [row] = await at.app.sql<{ id: string; email: string }>(
      'SELECT u.id, u.email::text AS email FROM user_account u JOIN clinic c ON c.founder_id = u.id WHERE c.id = $1',
      [at.clinic.id],
    );
    const { id = '', email = '' } = row ?? {};
    const proofs = at.app.nest.get(AddressProofsService);
    const victims: string[] = [];
    for (const wait of [0, 20, 40, 60, 80]) {
      await aMinuteLater(at);
      await at.app.sql('UPDATE user_account SET email = $2, proved_at = NULL WHERE id = $1', [id, email]);
      const { url = '' } = (await mailed(at, at.clinic.id)) ?? {};
      const victim = anAddress();
      victims.push(victim);
      const confirm = request(at.app.url)
        .post(`/api/v1/address-proof/${url.split('/').at(-1)}/confirm`)
        .send({ password: PASSWORD })
        .then(({ status }) => status);
      await new Promise((resolve) => setTimeout(resolve, wait));
      await Promise.all([confirm, at.agent.put('/address-proof/address', { email: victim })]);
    }
    expect(await at.app.sql('SELECT 1 FROM user_account WHERE email = ANY ($1) AND proved_at IS NOT NULL', [victims])).toEqual([]);
    await at.app.sql('UPDATE user_account SET email = $2, proved_at = NULL WHERE id = $1', [id, email]);
    expect(await proofs.proved(id, anAddress())).toBe(false);
    expect(await proofs.proved(id, email.toUpperCase())).toBe(true);
  });

  it('is not proved by guessing: five tries, also many at once, and then a new mail', async () => {
    const at = await session('owner', { unproved: true });
    const { code = '' } = (await mailed(at, at.clinic.id)) ?? {};
    const wrong = code === '000000' ? '000001' : '000000';
    const guesses = await Promise.all(Array.from({ length: 12 }, () => at.agent.post('/address-proof', { code: wrong })));
    expect(guesses.filter(({ status }) => status === 400)).toHaveLength(5);
    expect(guesses.filter(({ status }) => status === 409)).toHaveLength(7);
    expect((await at.agent.post('/address-proof', { code }).expect(409)).body).toMatchObject({ code: 'PROOF_CODE_SPENT' });
    await aMinuteLater(at);
    await at.agent.post('/address-proof/mail').expect(202);
    const newer = await mailed(at, at.clinic.id);
    await at.agent.post('/address-proof', { code: newer?.code }).expect(200);
  });

  it('is not proved by a code that is late, replaced, or somebody else’s', async () => {
    const at = await session('owner', { unproved: true });
    const other = await session('owner', { unproved: true });
    const theirs = await mailed(other, other.clinic.id);
    const first = await mailed(at, at.clinic.id);
    const second = await mailed(at, at.clinic.id);
    if (theirs?.code !== second?.code) await at.agent.post('/address-proof', { code: theirs?.code }).expect(400);
    if (first?.code !== second?.code) await at.agent.post('/address-proof', { code: first?.code }).expect(400);
    await at.app.sql("UPDATE address_proof SET expires_at = now() - interval '1 second'");
    await at.agent.post('/address-proof', { code: second?.code }).expect(409);
    await at.agent.post('/address-proof', { code: '12' }).expect(400);
    expect((await at.agent.get('/address-proof')).body).toMatchObject({ proved: false });
  });

  it('is mailed to once a minute and five times a day, whoever asks', async () => {
    const at = await session('owner', { unproved: true });
    const soon = await at.agent.post('/address-proof/mail').expect(429);
    expect(soon.body).toMatchObject({ code: 'PROOF_MAIL_LIMIT' });
    expect(Number(soon.headers['retry-after'])).toBeGreaterThan(0);
    for (let mail = 2; mail <= 5; mail++) {
      await aMinuteLater(at);
      await at.agent.post('/address-proof/mail').expect(202);
    }
    await aMinuteLater(at);
    const spent = await at.agent.post('/address-proof/mail').expect(429);
    expect(Number(spent.headers['retry-after'])).toBeGreaterThan(3600);
    expect(await requestedMails(at, at.clinic.id)).toHaveLength(5);
    await at.app.sql("UPDATE address_proof SET mails_since = now() - interval '25 hours'");
    await at.agent.post('/address-proof/mail').expect(429);
    await at.app.sql("UPDATE address_mail SET mails_since = now() - interval '25 hours'");
    await at.agent.post('/address-proof/mail').expect(202);
  });

  it('gets five mails a day, however many accounts ask for them', async () => {
    const at = await session('owner', { unproved: true });
    const victim = anAddress();
    const spelled = [victim, victim.toUpperCase(), victim];
    const mails: number[] = [];
    for (const email of spelled) {
      const signedUp = await signUpAt(at, email).expect(201);
      const agent = as(at, signedUp);
      let sent = (await requestedMails(at, (signedUp.body as { id: string }).id)).length;
      for (let mail = 0; mail < 2; mail++) {
        await aMinuteLater(at);
        if ((await agent.post('/address-proof/mail')).status === 202) sent++;
      }
      mails.push(sent);
      await aMinuteLater(at);
      await agent.put('/address-proof/address', { email: anAddress() }).expect(200);
    }
    expect(mails).toEqual([3, 2, 0]);
    // Nor by correcting another account's address to it, which says how long to wait.
    await aMinuteLater(at);
    const refused = await at.agent.put('/address-proof/address', { email: victim }).expect(429);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(3600);
  });

  it('is corrected while it is unproved, and never to another sign-up’s', async () => {
    const at = await session('owner', { unproved: true });
    const other = await session('owner', { unproved: true });
    const right = anAddress();
    const old = await mailed(at, at.clinic.id);
    await aMinuteLater(at);
    const corrected = await at.agent.put('/address-proof/address', { email: right }).expect(200);
    expect(corrected.body).toMatchObject({ email: right, proved: false });
    await at.agent.post('/address-proof', { code: old?.code }).expect(400);
    expect((await mailed(at, at.clinic.id))?.email).toBe(right);
    await signIn(at, right).expect(200);
    await aMinuteLater(at);
    const taken = await at.agent.put('/address-proof/address', { email: `owner@${other.clinic.slug}.example` }).expect(409);
    expect(taken.body).toMatchObject({ code: 'ADDRESS_REFUSED' });
    await at.agent.post('/address-proof', { code: (await mailed(at, at.clinic.id))?.code }).expect(200);
    await at.agent.put('/address-proof/address', { email: anAddress() }).expect(409);
  });

  it('comes before a second factor: who reads its mail must not find the account shut by a stranger’s', async () => {
    const at = await session('owner', { unproved: true });
    expect((await at.agent.post('/session/factors', { kind: 'totp' }).expect(403)).body).toMatchObject({ code: 'ADDRESS_UNPROVED' });
    await at.agent.post('/address-proof', { code: (await mailed(at, at.clinic.id))?.code }).expect(200);
    await at.agent.post('/session/factors', { kind: 'totp' }).expect(201);
  });

  it('is the person’s own business: no program, nobody signed out, no other clinic', async () => {
    const at = await session('owner', { unproved: true });
    const { code } = (await mailed(at, at.clinic.id)) ?? {};
    const key = await program(at);
    await key.post('/address-proof', { code }).expect(403);
    await key.get('/address-proof').expect(403);
    await (await nobody()).post('/address-proof', { code }).expect(401);
    const stranger = await session('owner', { unproved: true });
    expect((await stranger.agent.post('/address-proof', { code })).status).not.toBe(200);
    expect((await at.agent.get('/address-proof')).body).toMatchObject({ proved: false });
  });
});

describe('a sign-up', () => {
  /** What somebody sees who signs up and looks around, without ids and times. */
  async function seen(at: Session, email: string, password: string) {
    const answer = await signUpAt(at, email, password);
    const agent = as(at, answer);
    const clinicId = (answer.body as { id: string }).id;
    const wrong = await agent.post('/address-proof', { code: '999999' });
    const looks = [
      answer,
      await agent.get('/session'),
      await agent.get('/address-proof'),
      wrong,
      await agent.post('/address-proof/mail'),
      await signIn(at, email, password),
      await signUpAt(at, email, 'a third password here'),
    ];
    const shapes = looks.map(({ status, body, headers }) => ({
      status,
      code: (body as { code?: string }).code,
      fields: Object.keys(body as object),
      cookie: headers['set-cookie'] !== undefined,
    }));
    return { shapes, mail: await mailed(at, clinicId), requested: (await requestedMails(at, clinicId)).length, agent, clinicId };
  }

  it('with a known address and another password looks like any other; only the mailbox is told', async () => {
    const at = await session('owner');
    const known = `owner@${at.clinic.slug}.example`;
    const shadow = await seen(at, known, OTHER);
    const fresh = await seen(at, anAddress(), OTHER);
    expect(shadow.shapes).toEqual(fresh.shapes);
    expect(shadow.shapes[0]).toMatchObject({ status: 201, cookie: true });
    expect(shadow.requested).toBe(fresh.requested);
    expect(fresh.mail).toMatchObject({ code: expect.stringMatching(/^\d{6}$/) as string });
    expect(shadow.mail).toMatchObject({ email: known });
    expect(shadow.mail).not.toHaveProperty('code');
    // Neither reaches into the other.
    const mine = as(at, await signIn(at, known).expect(200));
    expect((await mine.get('/session')).body).toMatchObject({ clinic: { id: at.clinic.id } });
    await mine.get(`/clinics/${shadow.clinicId}`).expect(404);
    await shadow.agent.get(`/clinics/${at.clinic.id}`).expect(404);
  });

  it('with a known address and its password adds a clinic to the same login, proved at once', async () => {
    const at = await session('owner');
    const email = `owner@${at.clinic.slug}.example`;
    const second = as(at, await signUpAt(at, email).expect(201));
    expect((await second.get('/session')).body).toMatchObject({ clinic: { proved: true } });
    expect((await signIn(at, email).expect(200)).body).toMatchObject({ clinics: [{}, {}] });
  });

  it('leaves the address to whoever reads its mail: an invitation is joined with a password of one’s own', async () => {
    const at = await session('owner');
    const email = anAddress();
    await signUpAt(at, email, OTHER).expect(201);
    await at.owner.post('/staff', { email, firstName: 'Real', lastName: 'Person', roles: ['billing'] }).expect(201);
    const token = Buffer.from(`invitation ${email}`.padEnd(43, 'x')).toString('base64url');
    await at.app.sql('UPDATE invitation SET token_hash = sha256($1) WHERE email = $2', [Buffer.from(token), email]);
    await request(at.app.url).post(`/api/v1/invitations/${token}/accept`).send({ password: PASSWORD }).expect(200);
    expect((await signIn(at, email).expect(200)).body).toMatchObject({ clinic: { id: at.clinic.id }, roles: ['billing'] });
  });

  it('is told of its small allowance: three clinics and twenty invitations, until the address is proved', async () => {
    const at = await session('owner', { unproved: true, env: { UNPROVED_INVITATIONS: '2' } });
    const email = `owner@${at.clinic.slug}.example`;
    for (let clinic = 2; clinic <= 3; clinic++) await signUpAt(at, email).expect(201);
    expect((await signUpAt(at, email).expect(403)).body).toMatchObject({ code: 'ADDRESS_UNPROVED' });
    const invite = () => at.agent.post('/staff', { email: anAddress(), firstName: 'A', lastName: 'B', roles: ['billing'] });
    await invite().expect(201);
    await invite().expect(201);
    expect((await invite().expect(429)).body).toMatchObject({ code: 'ADDRESS_UNPROVED' });
    await at.agent.post('/address-proof', { code: (await mailed(at, at.clinic.id))?.code }).expect(200);
    await invite().expect(201);
    await signUpAt(at, email).expect(201);
  });

  it('starts no fourth clinic by asking for many at once either', async () => {
    const at = await session('owner', { unproved: true });
    const email = `owner@${at.clinic.slug}.example`;
    const answers = await Promise.all(Array.from({ length: 5 }, () => signUpAt(at, email)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 201, 403, 403, 403]);
  });

  it('may start twenty clinics within a day once the address is proved, also many at once', async () => {
    const at = await session('owner');
    const email = `owner@${at.clinic.slug}.example`;
    await at.app.sql(
      `INSERT INTO clinic (clinic_id, id, name, slug, time_zone, country, region, currency, locale, founder_id, proved_at)
       SELECT made.id, made.id, c.name, c.slug || '-' || made.n, time_zone, country, region, currency, locale, founder_id, proved_at
       FROM clinic c, LATERAL (SELECT n, uuidv7() AS id FROM generate_series(1, 18) n) made WHERE c.id = $1`,
      [at.clinic.id],
    );
    const answers = await Promise.all(Array.from({ length: 3 }, () => signUpAt(at, email)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 429, 429]);
    const refused = answers.find(({ status }) => status === 429);
    expect(refused?.body).toMatchObject({ code: 'CLINICS_A_DAY' });
    const wait = Number(refused?.headers['retry-after']);
    expect(wait).toBeGreaterThan(86_000);
    expect(wait).toBeLessThanOrEqual(86_400);
    await at.app.sql("UPDATE clinic SET created_at = created_at - interval '1 day' WHERE id = $1", [at.clinic.id]);
    await signUpAt(at, email).expect(201);
  });

  it('may write so many invitations a day, also many at once', async () => {
    const at = await session('owner', { env: { INVITATIONS_PER_DAY: '3' } });
    const invite = () => at.agent.post('/staff', { email: anAddress(), firstName: 'A', lastName: 'B', roles: ['billing'] });
    const answers = await Promise.all(Array.from({ length: 6 }, invite));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(3);
    await at.app.sql("UPDATE invitation SET created_at = created_at - interval '1 day' WHERE clinic_id = $1", [at.clinic.id]);
    await invite().expect(201);
  });

  it('lets nobody in once its days are over, until the address is proved; nothing is lost', async () => {
    const at = await session('owner', { unproved: true });
    const email = `owner@${at.clinic.slug}.example`;
    const { url = '' } = (await mailed(at, at.clinic.id)) ?? {};
    const robot = await program(at);
    await robot.get('/locations').expect(200);
    await at.app.sql("UPDATE clinic SET created_at = now() - interval '15 days' WHERE id = $1", [at.clinic.id]);
    const closed = await signIn(at, email).expect(403);
    expect(closed.body).toMatchObject({ code: 'CLINIC_CLOSED_UNPROVED' });
    expect(closed.headers).not.toHaveProperty('set-cookie');
    const byKey = await robot.get('/locations').expect(403);
    expect(byKey.body).toMatchObject({ code: 'CLINIC_CLOSED_UNPROVED' });
    await signIn(at, email, OTHER).expect(401);
    await request(at.app.url)
      .post(`/api/v1/address-proof/${url.split('/').at(-1)}/confirm`)
      .send({ password: PASSWORD })
      .expect(204);
    const back = as(at, await signIn(at, email).expect(200));
    expect((await back.get('/locations').expect(200)).body).toMatchObject({ data: [{}] });
    await robot.get('/locations').expect(200);
  });
});

describe('an installation with closed sign-up', () => {
  it('takes its first clinic and no other, and says so', async () => {
    // The first one: this application has a database of its own.
    const at = await session('owner', { env: { KEEL_SIGN_UP: 'closed' } });
    expect((await request(at.app.url).get('/api/v1/sign-up').expect(200)).body).toEqual({ open: false });
    const refused = await signUpAt(at, anAddress()).expect(403);
    expect(refused.body).toMatchObject({ code: 'SIGN_UP_CLOSED' });
    expect((await signUpAt(at, `owner@${at.clinic.slug}.example`).expect(403)).body).toMatchObject({ code: 'SIGN_UP_CLOSED' });
    await member(at.app, at.owner, at.clinic.id, 'billing');
    const open = await session('owner');
    expect((await request(open.app.url).get('/api/v1/sign-up').expect(200)).body).toEqual({ open: true });
  });
});
