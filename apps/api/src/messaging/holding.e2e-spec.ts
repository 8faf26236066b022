import { PasswordResetsService } from '../identity/index.js';
import { providers, type Providers, until } from '../testing/messaging.fixture.js';
import { session, type Session, type SessionOptions } from '../testing/session.js';
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
    const visit = await remindNow(clinic);
    const held = await until(async () => {
      const messages = [...(await messagesOf(clinic.agent, visit.visitId)), await staffMessage(clinic, 'staff_invitation')];
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
    expect(mailsTo(visit.email)).toHaveLength(0);
    expect(world.sandbox.control.sms(visit.phone)).toHaveLength(0);

    await clinic.agent.post('/address-proof', { code }).expect(200);
    await once(clinic.agent, visit.visitId, 'sms', 'sent', 'delivered');
    await once(clinic.agent, visit.visitId, 'email', 'sent');
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

  it('sends nothing that is no longer due when it is proved', async () => {
    const clinic = await aClinic({ unproved: true });
    const visit = await remindNow(clinic);
    await until(async () => (await messagesOf(clinic.agent, visit.visitId)).every(({ reason }) => reason === 'clinic_unproved'), 'held');
    await clinic.agent.post(`/appointments/${visit.visitId}/cancel`, { by: 'clinic' }).expect(200);
    const owner = `owner@${clinic.clinic.slug}.example`;
    const [mail] = await until(() => mailsTo(owner).length > 0 && mailsTo(owner), 'the mail with the code');
    await clinic.agent.post('/address-proof', { code: /^\d{6}$/m.exec(mail?.text ?? '')?.[0] }).expect(200);
    await clinic.app.settle();
    const after = await messagesOf(clinic.agent, visit.visitId);
    expect(after.map(({ status }) => status)).toEqual(['skipped', 'skipped']);
    expect(world.sandbox.control.sms(visit.phone)).toHaveLength(0);
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

describe('what leaves a clinic in a day', () => {
  it('is counted in the database, and waits for the next day past the allowance', async () => {
    const clinic = await aClinic({ env: { SMS_PER_DAY: '1', EMAILS_PER_DAY: '1000' } });
    const first = await remindNow(clinic);
    await once(clinic.agent, first.visitId, 'sms', 'sent', 'delivered');
    const second = await remindNow(clinic);
    const waiting = await until(
      async () => (await messagesOf(clinic.agent, second.visitId)).find(({ reason }) => reason === 'day_spent'),
      'a message that waits',
    );
    expect(waiting).toMatchObject({ channel: 'sms', status: 'scheduled' });
    expect(world.sandbox.control.sms(second.phone)).toHaveLength(0);
    await clinic.app.sql("UPDATE sending_count SET day = day - 1 WHERE clinic_id = $1 AND channel = 'sms'", [clinic.clinic.id]);
    await clinic.app.sql('UPDATE message SET next_at = now() WHERE id = $1', [waiting.id]);
    await once(clinic.agent, second.visitId, 'sms', 'sent', 'delivered');
    // The allowance is each clinic's own.
    const other = await aClinic({ env: { SMS_PER_DAY: '1', EMAILS_PER_DAY: '1000' } });
    const theirs = await remindNow(other);
    await once(other.agent, theirs.visitId, 'sms', 'sent', 'delivered');
  });

  it('is bounded for one phone and one mailbox too, over all clinics together', async () => {
    const env = { SMS_PER_NUMBER: '1', EMAILS_PER_MAILBOX: '2' };
    const [clinic, other] = [await aClinic({ env }), await aClinic({ env })];
    const first = await remindNow(clinic);
    await once(clinic.agent, first.visitId, 'sms', 'sent', 'delivered');
    await once(clinic.agent, first.visitId, 'email', 'sent');
    const second = await remindNow(other, { patient: { phone: first.phone, email: first.email.toUpperCase() } });
    const waiting = await until(
      async () => (await messagesOf(other.agent, second.visitId)).find(({ reason }) => reason === 'address_spent'),
      'a text that waits',
    );
    expect(waiting).toMatchObject({ channel: 'sms', status: 'scheduled' });
    await once(other.agent, second.visitId, 'email', 'sent');
    expect(world.sandbox.control.sms(first.phone)).toHaveLength(1);
    await clinic.app.sql('UPDATE address_count SET day = day - 1');
    await clinic.app.sql('UPDATE message SET next_at = now() WHERE id = $1', [waiting.id]);
    await once(other.agent, second.visitId, 'sms', 'sent', 'delivered');
  });

  it('holds up nothing that staff wait for', async () => {
    const clinic = await aClinic({ env: { EMAILS_PER_DAY: '1' } });
    const [first, second] = [await remindNow(clinic), await remindNow(clinic)];
    await until(
      async () =>
        [...(await messagesOf(clinic.agent, first.visitId)), ...(await messagesOf(clinic.agent, second.visitId))].some(
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
    await clinic.app.sql('UPDATE message SET next_at = now(), due_at = now() WHERE appointment_id = $1', [abroad.visitId]);
    const message = await once(clinic.agent, abroad.visitId, 'sms', 'suppressed');
    expect(message.reason).toBe('country_not_texted');
    expect(world.sandbox.control.sms('+33612345678')).toHaveLength(0);
  });
});
