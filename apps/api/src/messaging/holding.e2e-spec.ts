import { randomBytes } from 'node:crypto';
import request from 'supertest';
import { PasswordResetsService } from '../identity/index.js';
import { Db, systemCtx } from '../platform/index.js';
import { Agent } from '../testing/agent.js';
import { dueNow, providers, type Providers, until } from '../testing/messaging.fixture.js';
import { cookieOf, session, type Session, type SessionOptions } from '../testing/session.js';
import { aPlanned, messagesOf, once, remindNow } from './testing.js';

let world: Providers;

beforeAll(async () => {
  world = await providers();
});

async function aClinic(options: SessionOptions = {}): Promise<Session> {
  const clinic = await session('owner', { workers: true, ...options, env: { ...world.env, ...options.env } });
  world.leadTo(clinic.app);
  return clinic;
}
const mailsTo = (email: string) => world.sandbox.control.mails(email);

interface StaffMessage {
  kind: string;
  status: string;
  reason: string | null;
}
async function staffMessage({ agent }: Session, kind: string): Promise<StaffMessage | undefined> {
  const { body } = await agent.get('/messages').expect(200);
  return (body as { data: StaffMessage[] }).data.find((message) => message.kind === kind);
}

describe('a clinic whose founder’s address is not proved', () => {
  it('writes to its founder alone, with nothing that was typed; the rest is held, and goes once it is proved', async () => {
    const clinic = await aClinic({ unproved: true, clinic: { name: 'You won! evil.example/prize' } });
    const owner = `owner@${clinic.clinic.slug}.example`;
    const guest = `guest@${clinic.clinic.slug}.example`;
    await clinic.agent.post('/staff', { email: guest, firstName: 'See evil.example', lastName: 'X', roles: ['billing'] }).expect(201);
    const appointment = await remindNow(clinic);
    const held = await until(async () => {
      const messages = [...(await messagesOf(clinic.agent, appointment.appointmentId)), await staffMessage(clinic, 'staff_invitation')];
      return messages.length === 3 && messages.every((message) => message?.reason === 'clinic_unproved') ? messages : undefined;
    }, 'held messages');
    expect(held.map((message) => message?.status)).toEqual(['scheduled', 'scheduled', 'scheduled']);

    const [mail] = await until(() => mailsTo(owner).length > 0 && mailsTo(owner), 'the mail with the code');
    expect(mail?.text).not.toMatch(/evil|Olive|won/);
    expect(mail?.text).not.toContain(clinic.clinic.slug);
    const code = /^\d{6}$/m.exec(mail?.text ?? '')?.[0];
    await clinic.app.nest.get(PasswordResetsService).ask({ email: owner }, { ip: '127.0.0.1', requestId: 'test', userAgent: '' });
    await until(() => mailsTo(owner).length > 1, 'the mail about a forgotten password');
    for (const { subject, text, html } of mailsTo(owner)) expect(`${subject} ${text} ${html}`).not.toMatch(/evil|Olive|won/);
    expect(mailsTo(guest)).toHaveLength(0);
    expect(mailsTo(appointment.email)).toHaveLength(0);
    expect(world.sandbox.control.sms(appointment.phone)).toHaveLength(0);

    await clinic.agent.post('/address-proof', { code }).expect(200);
    await once(clinic.agent, appointment.appointmentId, 'sms', 'sent', 'delivered');
    await once(clinic.agent, appointment.appointmentId, 'email', 'sent');
    const [invitation] = await until(() => mailsTo(guest).length > 0 && mailsTo(guest), 'the invitation');
    expect(invitation?.text).not.toMatch(/evil\.example/);
    expect(invitation?.subject).not.toMatch(/evil\.example/);
    const kept = await staffMessage(clinic, 'address_proof');
    expect(kept).toMatchObject({ status: 'sent' });
    const sealed = await clinic.app.sql<{ content: Buffer }>(
      "SELECT content FROM message WHERE kind = 'address_proof' AND clinic_id = $1",
      [clinic.clinic.id],
    );
    expect(sealed).toHaveLength(1);
  });

  /** Somebody signs up with an address that may be another's. */
  async function signUp({ app }: Session, email: string, slug = `same-${email.split('@')[1]?.split('.')[0]}`): Promise<Agent> {
    const place = { timeZone: 'America/Moncton', country: 'CA', region: 'NB', currency: 'CAD', locale: 'fr' };
    const owner = { email, password: 'another password altogether', firstName: 'Ada', lastName: 'Roy' };
    const signedUp = await request(app.url)
      .post('/api/v1/clinics')
      .send({ name: 'Clinique', slug, ...place, owner })
      .expect(201);
    return new Agent(app.url, { cookie: cookieOf(signedUp) });
  }
  const shownTo = async (agent: Agent, query = '') =>
    ((await agent.get(`/messages${query}`).expect(200)).body as { data: (StaffMessage & { id: string })[] }).data;
  const proofMailed = (agent: Agent) =>
    until(
      async () => (await shownTo(agent)).find(({ kind, status }) => kind === 'address_proof' && status === 'sent')?.id,
      'the mail about the address',
    );

  it('reads the same of the mail about its address, whether that has an account or not: the mailbox alone is told', async () => {
    const known = await aClinic({});
    const read = async (email: string) => {
      const { app } = known;
      const agent = await signUp(known, email);
      const id = await proofMailed(agent);
      const { to, subject, text } = (await agent.get(`/messages/${id}`).expect(200)).body as Record<string, unknown>;
      const [kept] = await app.sql<{ length: number }>('SELECT octet_length(content) AS length FROM message WHERE id = $1', [id]);
      return { ours: to === email, subject, text, length: (kept?.length ?? 0) - email.length };
    };
    const taken = `owner@${known.clinic.slug}.example`;
    const free = `owner@${known.clinic.slug}-too.example`;
    expect(await read(taken)).toEqual(await read(free));
    const subjects = [...mailsTo(taken), ...mailsTo(free)].map(({ subject }) => subject);
    expect(new Set(subjects).size).toBeGreaterThan(1);
  });

  it('reads the same of what strangers do to its address, whether that has an account or not', async () => {
    const known = await aClinic({ env: { KEEL_RATE_LIMIT: 'on', TRUSTED_PROXIES: 'loopback' } });
    const { app } = known;
    let networks = 0;
    const post = (path: string, body: object) =>
      request(app.url).post(`/api/v1/${path}`).set('x-forwarded-for', `203.0.113.${++networks}`).send(body);
    const resetMails = (email: string) => mailsTo(email).filter(({ text }) => text.includes('/password-reset/'));
    const resetsTo = (email: string) =>
      app.sql<{ id: string; status: string }>(
        `SELECT m.id, m.status FROM message m JOIN password_reset r ON r.id = m.subject_id JOIN user_account u ON u.id = r.user_id
         WHERE u.email = $1 ORDER BY m.id`,
        [email],
      );
    const read = async (email: string) => {
      const agent = await signUp(known, email);
      await proofMailed(agent);
      await app.settle();
      const stream = await agent.stream('/events');
      // The fifth is told of where the address is somebody's.
      for (let guess = 1; guess <= 6; guess++) await post('session', { email, password: 'a guess' }).expect(401);
      await post('clinics', {
        ...{ name: 'Other', slug: `third-${email.split('@')[1]?.split('.')[0]}`, timeZone: 'America/Moncton', country: 'CA', region: 'NB' },
        ...{ currency: 'CAD', locale: 'fr', owner: { email, password: 'a third one altogether', firstName: 'Ada', lastName: 'Roy' } },
      }).expect(401);
      await post('password-resets', { email }).expect(202);
      await until(() => resetMails(email).length === 1, 'the mail with the link');
      const waiting = "SELECT 1 FROM message WHERE kind = 'account_alert' AND status IN ('scheduled', 'queued') AND reason IS NULL";
      await until(async () => (await app.sql(waiting)).length === 0, 'the mail that tells of the guesses');
      // One that comes back is work for the staff of a clinic, where it is theirs.
      world.sandbox.faults.add({ channel: 'email', fault: 'fail', code: 550, to: email });
      await post('password-resets', { email }).expect(202);
      await until(async () => (await resetsTo(email))[1]?.status === 'failed', 'the mail that comes back');
      const [sent] = await resetsTo(email);
      const detail = (await agent.get(`/messages/${sent?.id}`)).status;
      await agent.post('/staff', { email: `b@${email.split('@')[1]}`, firstName: 'B', lastName: 'C', roles: ['billing'] }).expect(201);
      await stream.event('staff.invited');
      await until(async () => (await shownTo(agent)).find(({ reason }) => reason === 'clinic_unproved'), 'the invitation, held');
      await app.settle();
      const audit = (await agent.get('/audit?limit=100').expect(200)).body as {
        data: { what: string; action: string; reason: string | null }[];
      };
      const { count } = (await agent.get('/messages/attention').expect(200)).body as { count: number };
      const messages = [await shownTo(agent), await shownTo(agent, '?audience=staff'), await shownTo(agent, '?attention=true')];
      return {
        ...{ detail, count, events: stream.types },
        // Each look at the messages is a row of its own, and there are as many as it took.
        audit: audit.data
          .filter(({ action }) => action !== 'read')
          .map(({ what, action, reason }) => `${action} ${what} ${reason ?? ''}`)
          .toSorted(),
        messages: messages.map((list) => list.map(({ kind, status, reason }) => ({ kind, status, reason }))),
      };
    };
    const ofTaken = await read(`owner@${known.clinic.slug}.example`);
    const ofFree = await read(`owner@${known.clinic.slug}-too.example`);
    expect(ofFree).toEqual(ofTaken);
    expect(ofFree).toMatchObject({ detail: 404, count: 0, events: ['staff.invited'] });
    // The account that is somebody's says it, as ever.
    const { data } = (await known.agent.get('/audit?limit=100').expect(200)).body as { data: { action: string; what: string }[] };
    expect(data.filter(({ action }) => action === 'sign_in_failed')).toHaveLength(8);
    expect(data.filter(({ what }) => what === 'password-reset')).toHaveLength(2);
    const told = (await shownTo(known.agent)).map(({ kind, status }) => `${kind} ${status}`);
    expect(told).toEqual(expect.arrayContaining(['account_alert sent', 'password_reset sent', 'password_reset failed']));
  });

  it('reads of a mail for a new password that was asked for after its address was proved, and never of one from before', async () => {
    const clinic = await aClinic({ unproved: true });
    const email = `owner@${clinic.clinic.slug}.example`;
    await clinic.agent.post('/password-resets', { email }).expect(202);
    await until(() => mailsTo(email).some(({ text }) => text.includes('/password-reset/')), 'the mail with the link');
    expect(await staffMessage(clinic, 'password_reset')).toBeUndefined();
    const code = mailsTo(email).flatMap(({ text }) => /^\d{6}$/m.exec(text)?.[0] ?? [])[0];
    await clinic.agent.post('/address-proof', { code }).expect(200);
    expect(await staffMessage(clinic, 'password_reset')).toBeUndefined();
    await clinic.agent.post('/password-resets', { email }).expect(202);
    await until(() => staffMessage(clinic, 'password_reset'), 'the mail of after the proof');
  });

  it('reads the same once its founder has corrected the address to their own, whether the first one has an account or not', async () => {
    const known = await aClinic();
    let networks = 0;
    const read = async (email: string) => {
      const agent = await signUp(known, email);
      await proofMailed(agent);
      await agent.post('/password-resets', { email }).expect(202);
      await until(() => mailsTo(email).some(({ text }) => text.includes('/password-reset/')), 'the mail with the link');
      await known.app.settle();
      const own = `own-${++networks}@${known.clinic.slug}.example`;
      // As a minute later: no code is mailed before.
      await known.app.sql("UPDATE address_proof SET mailed_at = mailed_at - interval '61 seconds'");
      await agent.put('/address-proof/address', { email: own }).expect(200);
      await until(() => mailsTo(own).length > 0, 'the code at the corrected address');
      const code = mailsTo(own).flatMap(({ text }) => /^\d{6}$/m.exec(text)?.[0] ?? [])[0];
      await agent.post('/address-proof', { code }).expect(200);
      await known.app.settle();
      return (await shownTo(agent)).map(({ kind, status, reason }) => ({ kind, status, reason }));
    };
    const ofTaken = await read(`owner@${known.clinic.slug}.example`);
    expect(await read(`owner@${known.clinic.slug}-too.example`)).toEqual(ofTaken);
    expect(ofTaken.some(({ kind }) => kind === 'password_reset')).toBe(false);
  });

  it('sends nothing that is no longer due when it is proved', async () => {
    const clinic = await aClinic({ unproved: true });
    const appointment = await remindNow(clinic);
    await until(
      async () => (await messagesOf(clinic.agent, appointment.appointmentId)).every(({ reason }) => reason === 'clinic_unproved'),
      'held',
    );
    await clinic.agent.post(`/appointments/${appointment.appointmentId}/cancel`, { by: 'clinic' }).expect(200);
    const owner = `owner@${clinic.clinic.slug}.example`;
    const [mail] = await until(() => mailsTo(owner).length > 0 && mailsTo(owner), 'the mail with the code');
    await clinic.agent.post('/address-proof', { code: /^\d{6}$/m.exec(mail?.text ?? '')?.[0] }).expect(200);
    await clinic.app.settle();
    const after = await messagesOf(clinic.agent, appointment.appointmentId);
    expect(after.map(({ status }) => status)).toEqual(['skipped', 'skipped']);
    expect(world.sandbox.control.sms(appointment.phone)).toHaveLength(0);
  });

  it('tells an address that has an account already, and gives no code away', async () => {
    const first = await aClinic();
    const email = `owner@${first.clinic.slug}.example`;
    const owner = { email, password: 'some other password', firstName: 'Not', lastName: 'Them' };
    await aClinic({ unproved: true, clinic: { owner } });
    const [mail] = await until(() => mailsTo(email).length > 0 && mailsTo(email), 'the mail');
    expect(mail?.text).toMatch(/has an account already/);
    expect(mail?.text).not.toMatch(/\d{6}/);
  });
});

const spent = ({ agent }: Session, appointmentId: string, why: string) =>
  until(async () => (await messagesOf(agent, appointmentId)).find(({ reason }) => reason === why), `a message that waits: ${why}`);

describe('what leaves a clinic in a day', () => {
  it('is counted in the database, and waits for the next day past the allowance', async () => {
    const clinic = await aClinic({ env: { SMS_PER_DAY: '1', EMAILS_PER_DAY: '1000' } });
    const first = await remindNow(clinic);
    await once(clinic.agent, first.appointmentId, 'sms', 'sent', 'delivered');
    const second = await remindNow(clinic);
    const waiting = await spent(clinic, second.appointmentId, 'day_spent');
    expect(waiting).toMatchObject({ channel: 'sms', status: 'scheduled' });
    expect(world.sandbox.control.sms(second.phone)).toHaveLength(0);
    await clinic.app.sql("UPDATE sending_count SET day = day - 1 WHERE clinic_id = $1 AND channel = 'sms'", [clinic.clinic.id]);
    await clinic.app.sql('UPDATE message SET next_at = now() WHERE id = $1', [waiting.id]);
    await once(clinic.agent, second.appointmentId, 'sms', 'sent', 'delivered');
    // The allowance is each clinic's own.
    const other = await aClinic({ env: { SMS_PER_DAY: '1', EMAILS_PER_DAY: '1000' } });
    const theirs = await remindNow(other);
    await once(other.agent, theirs.appointmentId, 'sms', 'sent', 'delivered');
  });

  it('is bounded for one phone and one mailbox too: a clinic takes half of it at the most', async () => {
    const env = { SMS_PER_NUMBER: '2', EMAILS_PER_MAILBOX: '4' };
    const [clinic, other] = [await aClinic({ env }), await aClinic({ env })];
    const first = await remindNow(clinic);
    await once(clinic.agent, first.appointmentId, 'sms', 'sent', 'delivered');
    await once(clinic.agent, first.appointmentId, 'email', 'sent');
    const same = { patient: { phone: first.phone, email: first.email.toUpperCase().replace('@', '+appointments@') } };
    const second = await remindNow(clinic, same);
    const waiting = await spent(clinic, second.appointmentId, 'address_spent');
    expect(waiting).toMatchObject({ channel: 'sms', status: 'scheduled' });
    await once(clinic.agent, second.appointmentId, 'email', 'sent');
    expect(world.sandbox.control.sms(first.phone)).toHaveLength(1);
    // Another clinic's patient hears from it all the same.
    const theirs = await remindNow(other, same);
    await once(other.agent, theirs.appointmentId, 'sms', 'sent', 'delivered');
    await once(other.agent, theirs.appointmentId, 'email', 'sent');
    await clinic.app.sql('UPDATE address_count SET day = day - 1');
    await clinic.app.sql('UPDATE address_share SET day = day - 1');
    await clinic.app.sql('UPDATE message SET next_at = now() WHERE id = $1', [waiting.id]);
    await once(clinic.agent, second.appointmentId, 'sms', 'sent', 'delivered');
  });

  it('is taken from the address by what leaves alone, not by what the clinic’s own day holds back', async () => {
    const clinic = await aClinic({ env: { SMS_PER_DAY: '1' } });
    const first = await remindNow(clinic);
    await once(clinic.agent, first.appointmentId, 'sms', 'sent', 'delivered');
    const second = await remindNow(clinic, { patient: { phone: first.phone } });
    await spent(clinic, second.appointmentId, 'day_spent');
    for (const { appointmentId } of [first, second]) await once(clinic.agent, appointmentId, 'email', 'sent');
    const counts = await clinic.app.sql('SELECT sent FROM address_share WHERE clinic_id = $1', [clinic.clinic.id]);
    // Two mailboxes, and the phone once.
    expect(counts).toEqual([{ sent: 1 }, { sent: 1 }, { sent: 1 }]);
  });

  it('counts a message once, however often its provider has to be tried', async () => {
    const clinic = await aClinic();
    const appointment = await aPlanned(clinic);
    world.sandbox.faults.add({ channel: 'email', fault: 'fail', code: 451, times: 3, to: appointment.email });
    await dueNow(clinic.app, appointment.appointmentId);
    expect((await once(clinic.agent, appointment.appointmentId, 'email', 'sent')).attempts).toBeGreaterThan(3);
    await once(clinic.agent, appointment.appointmentId, 'sms', 'sent', 'delivered');
    const counted = (table: string) => clinic.app.sql(`SELECT sent FROM ${table} WHERE clinic_id = $1`, [clinic.clinic.id]);
    expect(await counted('address_share')).toEqual([{ sent: 1 }, { sent: 1 }]);
    expect(await counted('sending_count')).toEqual([{ sent: 1 }, { sent: 1 }]);
    // Tried for one address, it counts for the other that it goes to in the end.
    const other = await aPlanned(clinic, { patient: { phone: null } });
    world.sandbox.faults.add({ channel: 'email', fault: 'fail', code: 451, to: other.email });
    await clinic.app.sql("UPDATE message SET due_at = now(), next_at = now() WHERE appointment_id = $1 AND channel = 'email'", [
      other.appointmentId,
    ]);
    await until(async () => (await messagesOf(clinic.agent, other.appointmentId)).some(({ attempts }) => attempts > 0), 'a try in vain');
    await clinic.agent.patch(`/patients/${other.patientId}`, { email: `new-${other.email}` }, { ifMatch: '*' }).expect(200);
    await once(clinic.agent, other.appointmentId, 'email', 'sent');
    await until(async () => (await counted('address_share')).length === 4, 'both addresses counted');
  });

  it('holds up nothing that staff wait for', async () => {
    const clinic = await aClinic({ env: { EMAILS_PER_DAY: '1' } });
    const [first, second] = [await remindNow(clinic), await remindNow(clinic)];
    await until(
      async () =>
        [...(await messagesOf(clinic.agent, first.appointmentId)), ...(await messagesOf(clinic.agent, second.appointmentId))].some(
          ({ reason }) => reason === 'day_spent',
        ),
      'the allowance is spent',
    );
    const email = `owner@${clinic.clinic.slug}.example`;
    await clinic.agent.post('/password-resets', { email }).expect(202);
    await until(() => mailsTo(email).some(({ text }) => text.includes('/password-reset/')), 'the mail with the link');
  });

  it('has no text to a country that is not named', async () => {
    const clinic = await aClinic();
    const abroad = await aPlanned(clinic, { patient: { phone: '+33612345678' } });
    await clinic.app.sql('UPDATE message SET next_at = now(), due_at = now() WHERE appointment_id = $1', [abroad.appointmentId]);
    const message = await once(clinic.agent, abroad.appointmentId, 'sms', 'suppressed');
    expect(message.reason).toBe('country_not_texted');
    expect(world.sandbox.control.sms('+33612345678')).toHaveLength(0);
  });
});

describe('what one phone gets in a day', () => {
  /** How many of so many texts at once may go. */
  async function taken({ app, clinic }: Session, hash: Buffer, times: number, most = 20): Promise<number> {
    const take = () =>
      app.nest
        .get(Db)
        .tx(systemCtx(clinic.id, 'test'), (ctx) =>
          ctx.tx.query<{ counted: boolean }[]>('SELECT counted FROM count_to_address($1, $2, 4)', [hash, most]),
        );
    const answers = await Promise.all(Array.from({ length: times }, take));
    return answers.filter(([answer]) => answer?.counted).length;
  }

  it('is never refused to a clinic because of others before it sent its first few', async () => {
    const clinics = [await aClinic(), await aClinic(), await aClinic()] as const;
    const phone = randomBytes(32);
    // However many workers count at once.
    expect(await taken(clinics[0], phone, 30)).toBe(10);
    expect(await taken(clinics[1], phone, 30)).toBe(10);
    expect(await taken(clinics[2], phone, 30)).toBe(4);
    expect(await taken(clinics[2], randomBytes(32), 3)).toBe(3);
    // A bound of less than a few is halved too.
    const small = randomBytes(32);
    expect(await Promise.all(clinics.map((clinic) => taken(clinic, small, 5, 3)))).toEqual([1, 1, 1]);
  });

  it('is told to no clinic of another', async () => {
    const clinic = await aClinic();
    await taken(clinic, randomBytes(32), 1);
    const looked = clinic.app.nest.get(Db).tx(systemCtx(clinic.clinic.id, 'test'), (ctx) => ctx.tx.query('SELECT * FROM address_share'));
    await expect(looked).rejects.toThrow(/permission denied/);
  });

  it('is forgotten after a day', async () => {
    const clinic = await aClinic();
    await taken(clinic, randomBytes(32), 2);
    await clinic.app.sql('UPDATE address_share SET day = day - 2 WHERE clinic_id = $1', [clinic.clinic.id]);
    await clinic.app.sql('SELECT * FROM purge_sending_counts(1000)');
    expect(await clinic.app.sql('SELECT 1 FROM address_share WHERE clinic_id = $1', [clinic.clinic.id])).toEqual([]);
  });
});

describe('what our bounds held up until it was too late', () => {
  interface Shown {
    id: string;
    status: string;
    reason: string | null;
    attention: boolean;
    handledAt: string | null;
  }
  const shown = async ({ agent }: Session, id: string) => (await agent.get(`/messages/${id}`).expect(200)).body as Shown;
  const outlook = async ({ agent }: Session, appointmentId: string, id: string) => {
    const { body } = await agent.get(`/appointments/${appointmentId}/reminders`).expect(200);
    return (body as { data: { messageId: string; outlook: string; reason: string }[] }).data.find(({ messageId }) => messageId === id);
  };
  const attention = async ({ agent }: Session) => ((await agent.get('/messages/attention').expect(200)).body as { count: number }).count;
  const begin = async ({ app }: Session, appointmentId: string, id: string) => {
    await app.sql("UPDATE appointment SET start_at = now() - interval '1 minute' WHERE id = $1", [appointmentId]);
    await app.sql("UPDATE message SET starts_at = now() - interval '1 minute', next_at = now() WHERE id = $1", [id]);
  };

  it('is a call to make as soon as that is known, and until somebody made it', async () => {
    const clinic = await aClinic({ env: { SMS_PER_DAY: '1' } });
    const first = await remindNow(clinic);
    await once(clinic.agent, first.appointmentId, 'sms', 'sent', 'delivered');
    const appointment = await remindNow(clinic, { patient: { email: null } });
    const { id } = await spent(clinic, appointment.appointmentId, 'day_spent');
    const heard = "SELECT payload->>'reason' AS reason FROM outbox WHERE type = 'message.delayed' AND payload->>'messageId' = $1";
    expect(await clinic.app.sql(heard, [id])).toEqual([{ reason: 'day_spent' }]);
    // It goes tomorrow, days before the appointment.
    expect(await shown(clinic, id)).toMatchObject({ attention: false });
    await clinic.agent.post(`/messages/${id}/resolve`, { outcome: 'handled' }).expect(409);
    expect(await outlook(clinic, appointment.appointmentId, id)).toMatchObject({ outlook: 'goes', reason: null });
    await clinic.app.sql("UPDATE message SET starts_at = next_at + interval '1 hour' WHERE id = $1", [id]);
    const soon = 'UPDATE appointment a SET start_at = m.starts_at FROM message m WHERE m.id = $1 AND a.id = m.appointment_id';
    await clinic.app.sql(soon, [id]);
    expect(await shown(clinic, id)).toMatchObject({ attention: true });
    expect(await outlook(clinic, appointment.appointmentId, id)).toMatchObject({ outlook: 'held', reason: 'day_spent' });
    expect(await attention(clinic)).toBe(1);
    await clinic.agent.post(`/messages/${id}/resolve`, { outcome: 'handled' }).expect(200);
    expect(await shown(clinic, id)).toMatchObject({ status: 'scheduled', reason: 'day_spent', attention: false });
    // It keeps its time, and what somebody did about it.
    const [row] = await clinic.app.sql<{ waits: boolean }>('SELECT next_at > now() AS waits FROM message WHERE id = $1', [id]);
    expect(row).toEqual({ waits: true });
    await begin(clinic, appointment.appointmentId, id);
    const ended = await once(clinic.agent, appointment.appointmentId, 'sms', 'failed');
    expect(ended).toMatchObject({ id, reason: 'day_spent_too_late', attention: false });
  });

  it('waits on where its appointment or its patient was away by a slip', async () => {
    const clinic = await aClinic({ env: { SMS_PER_NUMBER: '1' } });
    const first = await remindNow(clinic);
    await once(clinic.agent, first.appointmentId, 'sms', 'sent', 'delivered');
    const appointment = await remindNow(clinic, { patient: { phone: first.phone, email: null } });
    const { id } = await spent(clinic, appointment.appointmentId, 'address_spent');
    // As of a rule whose moment has really come: it is not planned anew.
    const { body } = await clinic.agent.get('/reminder-rules').expect(200);
    const rule = (body as { data: { id: string; channel: string }[] }).data.find(({ channel }) => channel === 'sms');
    await clinic.agent.patch(`/reminder-rules/${rule?.id}`, { minutesBefore: 20_000 }, { ifMatch: '*' }).expect(200);
    const takenUp = async () => {
      await until(async () => (await shown(clinic, id)).status === 'scheduled', 'that it is taken up');
      await clinic.app.sql('UPDATE message SET next_at = now() WHERE id = $1', [id]);
      return spent(clinic, appointment.appointmentId, 'address_spent');
    };
    await clinic.agent.post(`/appointments/${appointment.appointmentId}/cancel`, { by: 'clinic' }).expect(200);
    await until(async () => (await shown(clinic, id)).status === 'skipped', 'that it is dropped');
    await clinic.agent.post(`/appointments/${appointment.appointmentId}/restore`, { overbook: true }).expect(200);
    expect(await takenUp()).toMatchObject({ id });
    for (const [away, back] of [
      [{ archived: true }, { archived: false }],
      [{ deceasedOn: '2026-02-01' }, { deceasedOn: null }],
    ] as const) {
      await clinic.agent.patch(`/patients/${appointment.patientId}`, away, { ifMatch: '*' }).expect(200);
      await until(async () => (await shown(clinic, id)).status === 'suppressed', 'that it is held back');
      await clinic.agent.patch(`/patients/${appointment.patientId}`, back, { ifMatch: '*' }).expect(200);
      expect(await takenUp()).toMatchObject({ id });
    }
  });

  it('is no call to make to somebody who has died', async () => {
    const clinic = await aClinic();
    const appointment = await remindNow(clinic, { patient: { email: null } });
    const { id } = await once(clinic.agent, appointment.appointmentId, 'sms', 'delivered');
    await clinic.app.sql("UPDATE message SET status = 'failed', reason = 'twilio_30003' WHERE id = $1", [id]);
    expect(await attention(clinic)).toBe(1);
    await clinic.agent.patch(`/patients/${appointment.patientId}`, { deceasedOn: '2026-02-01' }, { ifMatch: '*' }).expect(200);
    expect([await attention(clinic), (await shown(clinic, id)).attention]).toEqual([0, false]);
    const others = (await clinic.agent.get('/messages?attention=false').expect(200)).body as { data: Shown[] };
    expect(others.data.map((message) => message.id)).toContain(id);
  });

  it('stays a call to make after the appointment began, for a week', async () => {
    const clinic = await aClinic({ env: { SMS_PER_NUMBER: '1' } });
    const first = await remindNow(clinic);
    await once(clinic.agent, first.appointmentId, 'sms', 'sent', 'delivered');
    const appointment = await remindNow(clinic, { patient: { phone: first.phone, email: null } });
    const { id } = await spent(clinic, appointment.appointmentId, 'address_spent');
    await begin(clinic, appointment.appointmentId, id);
    const ended = await once(clinic.agent, appointment.appointmentId, 'sms', 'failed');
    expect(ended).toMatchObject({ reason: 'address_spent_too_late', attention: true });
    await clinic.app.sql("UPDATE message SET starts_at = now() - interval '8 days' WHERE id = $1", [id]);
    expect(await attention(clinic)).toBe(0);
  });

  it('is what waits for the founder’s proof, and did not go when it came', async () => {
    const clinic = await aClinic({ unproved: true });
    const appointment = await remindNow(clinic, { patient: { email: null } });
    const { id } = await spent(clinic, appointment.appointmentId, 'clinic_unproved');
    expect(await shown(clinic, id)).toMatchObject({ attention: true });
    await clinic.app.sql("UPDATE appointment SET start_at = now() - interval '1 minute' WHERE id = $1", [appointment.appointmentId]);
    await clinic.app.sql("UPDATE message SET starts_at = now() - interval '1 minute' WHERE id = $1", [id]);
    const owner = `owner@${clinic.clinic.slug}.example`;
    const [mail] = await until(() => mailsTo(owner).length > 0 && mailsTo(owner), 'the mail with the code');
    await clinic.agent.post('/address-proof', { code: /^\d{6}$/m.exec(mail?.text ?? '')?.[0] }).expect(200);
    const ended = await once(clinic.agent, appointment.appointmentId, 'sms', 'failed');
    expect(ended).toMatchObject({ reason: 'clinic_unproved_too_late', attention: true });
  });

  it('is not what nothing held: its appointment was booked shortly before, or nobody was at work', async () => {
    const clinic = await aClinic();
    const appointment = await aPlanned(clinic, { patient: { email: null } });
    const [text] = (await messagesOf(clinic.agent, appointment.appointmentId)).filter(({ channel }) => channel === 'sms');
    await begin(clinic, appointment.appointmentId, text?.id ?? '');
    const ended = await once(clinic.agent, appointment.appointmentId, 'sms', 'skipped');
    expect(ended).toMatchObject({ reason: 'too_late', attention: false });
  });
});
