import { twilioSignature } from '@keel/sandbox';
import { dueNow, providers, type Providers, until } from '../../testing/messaging.fixture.js';
import { session, type Session } from '../../testing/session.js';
import { messagesOf, once, remindNow } from '../testing.js';

let world: Providers;
let clinic: Session;

beforeAll(async () => {
  world = await providers();
  clinic = await session('owner', { workers: true, env: world.env });
  world.leadTo(clinic.app);
});

/** Posts a form as Twilio would; `url` is what the signature is made over. */
function post(url: string, fields: Record<string, string>, over: { signature?: string; to?: string; host?: string } = {}) {
  const signature = over.signature ?? twilioSignature(world.sandbox.twilio.authToken, url, fields);
  return fetch(over.to ?? url, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { 'x-twilio-signature': signature, 'x-forwarded-host': over.host ?? 'localhost' },
  });
}

const statusUrl = (messageId: string, clinicId = clinic.clinic.id) =>
  `${world.env['PUBLIC_URL']}/api/v1/webhooks/twilio/status?clinic=${clinicId}&message=${messageId}&attempt=1`;
const fieldsOf = (sid: string, status: string) => ({ MessageSid: sid, MessageStatus: status, AccountSid: world.sandbox.twilio.accountSid });

async function aDelivered() {
  const appointment = await remindNow(clinic);
  const message = await once(clinic.owner, appointment.appointmentId, 'sms', 'delivered');
  const sid = world.sandbox.control.sms(appointment.phone)[0]!.sid;
  return { ...appointment, message, sid };
}

describe('reports of delivery', () => {
  it('may be repeated and come in any order: the message stays delivered, and is told of once', async () => {
    const { message, sid, appointmentId } = await aDelivered();
    for (const status of ['sent', 'queued', 'delivered', 'sent', 'undelivered', 'delivered', 'nonsense']) {
      expect((await post(statusUrl(message.id), fieldsOf(sid, status))).status).toBe(200);
    }
    const [after] = (await messagesOf(clinic.owner, appointmentId)).filter(({ channel }) => channel === 'sms');
    expect(after).toEqual(message);
    const told = await clinic.app.sql<{ type: string }>("SELECT type FROM outbox WHERE payload->>'messageId' = $1 ORDER BY type", [
      message.id,
    ]);
    expect(told.map(({ type }) => type)).toEqual(['message.delivered', 'message.sent']);
  });

  it('end alike where the last comes first', async () => {
    world.leadTo(undefined); // the sandbox's own callbacks are lost
    const { appointmentId, phone } = await remindNow(clinic);
    const { id } = await once(clinic.owner, appointmentId, 'sms', 'sent');
    world.leadTo(clinic.app);
    const sid = world.sandbox.control.sms(phone)[0]!.sid;
    for (const status of ['delivered', 'sent', 'queued']) await post(statusUrl(id), fieldsOf(sid, status));
    expect(await once(clinic.owner, appointmentId, 'sms', 'delivered')).toMatchObject({ attempts: 1 });
  });

  /** An appointment that was reminded of, then moved; the provider reports nothing by itself from here on. */
  async function aMoved(patient: object = { email: null }) {
    world.leadTo(clinic.app);
    const appointment = await remindNow(clinic, { patient });
    const { appointmentId, start, phone } = appointment;
    await once(clinic.owner, appointmentId, 'sms', 'delivered');
    await until(async () => (await messagesOf(clinic.owner, appointmentId)).every(({ status }) => status !== 'scheduled'), 'no mail');
    world.leadTo(undefined);
    const shown = async () =>
      (await clinic.owner.get(`/appointments/${appointmentId}`).expect(200)).body as { untold: boolean; told: object | null };
    const movedBy = async (days: number) => {
      const to = new Date(Date.parse(start) + days * 86_400_000).toISOString();
      const { body } = await clinic.owner
        .patch(`/appointments/${appointmentId}`, { start: to, overbook: true }, { ifMatch: '*' })
        .expect(200);
      return (body as { untold: boolean }).untold;
    };
    const one = async (channel: string, status: string) =>
      (await messagesOf(clinic.owner, appointmentId)).find((message) => message.channel === channel && message.status === status);
    /** The reminder of the time that it has now, once it has left. */
    const reminded = async () => {
      await until(() => one('sms', 'scheduled'), 'the reminder of the new time');
      const waits = await one('email', 'scheduled');
      await dueNow(clinic.app, appointmentId);
      const { id } = await until(() => one('sms', 'sent'), 'the text');
      const mail = async () => (await messagesOf(clinic.owner, appointmentId)).find((message) => message.id === waits?.id)?.status;
      await until(async () => ['sent', 'suppressed'].includes((await mail()) ?? 'sent'), 'the mail');
      await clinic.app.settle();
      return { id, sid: world.sandbox.control.sms(phone).at(-1)?.sid ?? '' };
    };
    const report = async ({ id, sid }: { id: string; sid: string }, status: string) => {
      // Past the relay, which leads nowhere: what the sandbox itself still has to report must not come in beside this.
      const { pathname, search } = new URL(statusUrl(id));
      const { status: answered } = await post(statusUrl(id), fieldsOf(sid, status), { to: `${clinic.app.url}${pathname}${search}` });
      expect(answered).toBe(200);
      await clinic.app.settle();
    };
    const untold = async () => (await shown()).untold;
    return { ...appointment, shown, untold, movedBy, reminded, report };
  }
  afterEach(() => world.leadTo(clinic.app));

  it('put a patient back among those to call where the text that told them of a move did not arrive', async () => {
    const { shown, untold, movedBy, reminded, report } = await aMoved();
    expect(await movedBy(1)).toBe(true);
    const text = await reminded();
    expect(await shown()).toMatchObject({ untold: false, told: null });
    await report(text, 'undelivered');
    expect(await untold()).toBe(true);
    // They know the first time alone: there is nothing to tell of what is as they know it.
    expect(await movedBy(0)).toBe(false);
  });

  it('tell of a time that the appointment had, and has again, that nobody told the patient of it', async () => {
    const { movedBy, reminded, report } = await aMoved();
    await movedBy(1);
    const text = await reminded();
    expect(await movedBy(2)).toBe(true);
    await report(text, 'undelivered');
    expect(await movedBy(1)).toBe(true);
    expect(await movedBy(0)).toBe(false);
  });

  it('tell of a time that the appointment has no more what the patient knows of the one that it has', async () => {
    const { untold, movedBy, reminded, report } = await aMoved();
    await movedBy(1);
    const text = await reminded();
    // They were told another time since, as far as it is known.
    expect(await movedBy(0)).toBe(true);
    await report(text, 'undelivered');
    expect(await untold()).toBe(false);
    // What was taken for lost has arrived after all.
    await report(text, 'delivered');
    expect(await untold()).toBe(true);
    expect(await movedBy(1)).toBe(false);
  });

  it('leave nobody to call whom the mail of the same told, or the text after all', async () => {
    const both = await aMoved({});
    await both.movedBy(1);
    const text = await both.reminded();
    await both.report(text, 'undelivered');
    expect(await both.untold()).toBe(false);
    const late = await aMoved();
    await late.movedBy(1);
    const slow = await late.reminded();
    await late.report(slow, 'undelivered');
    expect(await late.untold()).toBe(true);
    await late.report(slow, 'delivered');
    expect(await late.untold()).toBe(false);
  });

  it('stand beside what staff said: neither takes back the other', async () => {
    const { appointmentId, shown, movedBy, reminded, report } = await aMoved();
    const press = (action: string) => clinic.owner.post(`/appointments/${appointmentId}/${action}`, undefined, { ifMatch: '*' });
    await movedBy(1);
    await press('patient-told').expect(200);
    expect(await shown()).toMatchObject({ untold: false, told: { undoable: true } });
    const text = await reminded();
    // The text told them too.
    expect(await shown()).toMatchObject({ untold: false, told: { undoable: false } });
    await press('patient-not-told').expect(409);
    await report(text, 'undelivered');
    expect(await shown()).toMatchObject({ untold: false, told: { undoable: true } });
    await press('patient-not-told').expect(200);
    expect(await shown()).toMatchObject({ untold: true, told: null });
  });

  it('are believed only with a signature over PUBLIC_URL and every field', async () => {
    const { message, sid, appointmentId } = await aDelivered();
    const url = statusUrl(message.id);
    const forged = [
      post(url, fieldsOf(sid, 'failed'), { signature: twilioSignature('a guessed token', url, fieldsOf(sid, 'failed')) }),
      post(url, fieldsOf(sid, 'failed'), { signature: '' }),
      // Signed for another status, for another message, and for the address that a header claims.
      post(url, fieldsOf(sid, 'failed'), { signature: twilioSignature(world.sandbox.twilio.authToken, url, fieldsOf(sid, 'sent')) }),
      post(statusUrl(clinic.clinic.id), fieldsOf(sid, 'failed'), { to: url }),
      post(url.replace(/^http:\/\/[^/]+/, 'http://evil.example'), fieldsOf(sid, 'failed'), { to: url, host: 'evil.example' }),
    ];
    for (const { status } of await Promise.all(forged)) expect(status).toBe(403);
    const problem = (await (await post(url, fieldsOf(sid, 'failed'), { signature: 'x' })).json()) as { code: string; detail: string };
    expect(problem).toMatchObject({ code: 'WEBHOOK_SIGNATURE', detail: expect.stringContaining('PUBLIC_URL') });
    expect((await messagesOf(clinic.owner, appointmentId)).find(({ channel }) => channel === 'sms')).toEqual(message);
  });

  it("cannot reach a message of another clinic by naming it under one's own", async () => {
    const { message, sid, appointmentId } = await aDelivered();
    const other = await session('owner', { workers: true, env: world.env });
    await post(statusUrl(message.id, other.clinic.id), fieldsOf(sid, 'failed'));
    await post(statusUrl('not-an-id'), fieldsOf(sid, 'failed'));
    expect((await messagesOf(clinic.owner, appointmentId)).find(({ channel }) => channel === 'sms')).toEqual(message);
  });
});

describe('what is not a form of Twilio’s', () => {
  const json = 'application/json';
  const bodies: [name: string, type: string | undefined, body: string | undefined, status: number][] = [
    ['JSON of other things than texts', json, JSON.stringify({ MessageSid: 7, MessageStatus: { a: 1 }, From: null, Body: ['x'] }), 403],
    ['a JSON list', json, '[]', 403],
    ['a JSON text', json, '"failed"', 403],
    ['JSON null', json, 'null', 403],
    ['broken JSON', json, '{', 400],
    [
      'a form in parts',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="From"\r\n\r\n+1\r\n--x--\r\n',
      415,
    ],
    ['plain text', 'text/plain', 'MessageStatus=failed', 403],
    ['a type nobody knows', 'application/x-unheard-of', 'x', 415],
    ['an empty form', 'application/x-www-form-urlencoded', '', 403],
    ['an empty body', undefined, undefined, 403],
    ['a field said twice', 'application/x-www-form-urlencoded', 'MessageStatus=failed&MessageStatus=sent', 403],
  ];

  it.each(['status', 'inbound'])('is refused at %s with words, and never with a fault of its own', async (route) => {
    const url = `${world.env['PUBLIC_URL']}/api/v1/webhooks/twilio/${route}`;
    const faults: string[] = [];
    for (const [name, type, body, status] of bodies) {
      const headers = { 'x-twilio-signature': 'x', ...(type && { 'content-type': type }) };
      const answer = await fetch(url, { method: 'POST', headers, ...(body !== undefined && { body }) });
      const problem = (await answer.json()) as { code?: string };
      if (answer.status !== status || !problem.code) faults.push(`${name}: ${answer.status} ${problem.code}`);
    }
    expect(faults).toEqual([]);
  });
});
