// Twilio takes a bare YES for a wish to be texted again, and we do where Twilio keeps the opt-out; of one in a sentence it knows nothing.
import { twilioSignature } from '@keel/sandbox';
import { CLINIC_NUMBER, providers, type Providers, until } from '../../testing/messaging.fixture.js';
import { aPatient } from '../../testing/patients.fixture.js';
import { session, type Session } from '../../testing/session.js';
import { aNumber, once, remindNow } from '../testing.js';

let world: Providers;
let ours: Session;
let theirs: Session;

beforeAll(async () => {
  world = await providers();
  ours = await session('owner', { workers: true, env: world.env, clinic: { name: 'Maple Physio' } });
  theirs = await session('owner', { workers: true, env: world.env, clinic: { name: 'Cedar Massage' } });
  world.leadTo(ours.app);
});

const answers = (phone: string) =>
  world.sandbox.control
    .sms(phone)
    .filter(({ direction }) => direction === 'outbound-reply')
    .map(({ body }) => body);
/** What is answered to this text; undefined where nothing is. */
async function answerTo(phone: string, body: string): Promise<string | undefined> {
  const before = answers(phone).length;
  await world.sandbox.carrier.receive(phone, CLINIC_NUMBER, body);
  return answers(phone)[before];
}
const isOut = async (phone: string) => (await ours.app.sql('SELECT 1 FROM opted_out_number WHERE number = $1', [phone])).length > 0;

/** The words from this phone that somebody at the clinic has to read, the newest first. */
async function toRead(here: Session, phone: string): Promise<string[]> {
  const { body } = await here.owner.get('/messages?attention=true&status=received&limit=200').expect(200);
  const found: string[] = [];
  for (const { id } of (body as { data: { id: string }[] }).data) {
    const message = (await here.owner.get(`/messages/${id}`).expect(200)).body as { to: string; text: string };
    if (message.to === phone) found.push(message.text);
  }
  return found;
}

async function reminded(here: Session, days: number, phone: string): Promise<string> {
  const { appointmentId } = await remindNow(here, { days, patient: { phone, email: `${here.clinic.id}-${phone.slice(1)}@example.com` } });
  await once(here.owner, appointmentId, 'sms', 'sent', 'delivered');
  return appointmentId;
}

const ofTwo = async (phone: string) => [await reminded(ours, 10, phone), await reminded(theirs, 12, phone)];
const ofOne = async (phone: string) => [await reminded(ours, 10, phone)];
const onRecordOfTwo = async (phone: string) => {
  for (const { owner } of [ours, theirs]) await aPatient(owner, { phone });
};
const ofNone = async () => undefined;

const KNOWN = [
  ['two clinics that wrote to it', ofTwo],
  ['one clinic', ofOne],
  ['two clinics that never wrote to it', onRecordOfTwo],
  ['no clinic', ofNone],
] as const;
const IN_A_SENTENCE = ['Please stop texting me, I moved to Calgary', 'Wrong number, please stop texting me', 'Stop please'];

describe.each(KNOWN)('a bare YES of a phone known to %s', (_, known) => {
  it.each(IN_A_SENTENCE)('takes back no opt-out that only we acknowledged: %s', async (words) => {
    const phone = aNumber();
    await known(phone);
    expect(await answerTo(phone, words)).toMatch(/you will get no more texts from .+Reply START to get them again/i);
    for (const yes of ['Yes', 'YES ', 'yes']) expect([await answerTo(phone, yes), await isOut(phone)]).toEqual([undefined, true]);
    expect(await answerTo(phone, 'START')).toMatch(/you will get (?:our texts|texts from this number) again/i);
    expect(await isOut(phone)).toBe(false);
  });

  it.each([
    ['after one that only we acknowledged', ['Please stop texting me, I moved to Calgary', 'STOP']],
    ['before another one', ['STOP', 'Please stop texting me, I moved to Calgary']],
  ])('takes back one that Twilio took itself %s', async (_, said) => {
    const phone = aNumber();
    await known(phone);
    for (const words of said) await answerTo(phone, words);
    expect(await isOut(phone)).toBe(true);
    await answerTo(phone, 'YES');
    expect(await isOut(phone)).toBe(false);
  });

  it('takes back one that Twilio took itself', async () => {
    const phone = aNumber();
    await known(phone);
    expect(await answerTo(phone, 'STOP')).toBeUndefined();
    expect(await isOut(phone)).toBe(true);
    await answerTo(phone, 'YES');
    expect(await isOut(phone)).toBe(false);
    // What was kept of the one before says nothing of the next.
    await answerTo(phone, 'stop please');
    await answerTo(phone, 'YES');
    expect(await isOut(phone)).toBe(true);
  });
});

it('a bare YES to a reminder, after an opt-out in a sentence, is read where an appointment is to come', async () => {
  const phone = aNumber();
  await ofTwo(phone);
  await answerTo(phone, 'Please stop texting me, I moved to Calgary');
  await answerTo(phone, 'Yes');
  expect([(await toRead(ours, phone))[0], (await toRead(theirs, phone))[0]]).toEqual(['Yes', 'Yes']);
});

it('a bare YES takes back no opt-out in a sentence that was not answered, since too many texts came', async () => {
  const phone = aNumber();
  for (let text = 0; text < 12; text++) await answerTo(phone, 'Hello, who is this?');
  expect(await answerTo(phone, 'Wrong number, please stop texting me')).toBeUndefined();
  await answerTo(phone, 'Yes');
  expect(await isOut(phone)).toBe(true);
});

it('a bare YES takes back what the provider refused to send for: there it was kept', async () => {
  const phone = aNumber();
  const appointmentId = await reminded(ours, 10, phone);
  await once(ours.owner, appointmentId, 'sms', 'delivered');
  world.sandbox.carrier.inboundUrl = null; // the patient's STOP never reaches us
  await answerTo(phone, 'STOP');
  world.sandbox.carrier.inboundUrl = `${world.env['PUBLIC_URL']}/api/v1/webhooks/twilio/inbound`;
  await ours.app.sql("UPDATE message SET status = 'scheduled', next_at = now() WHERE appointment_id = $1 AND channel = 'sms'", [
    appointmentId,
  ]);
  await until(() => isOut(phone), 'the refusal');
  await answerTo(phone, 'YES');
  expect(await isOut(phone)).toBe(false);
});

describe('a refusal of the provider that is heard of late', () => {
  const report = async (phone: string) => {
    const [sms] = world.sandbox.control.sms(phone).filter(({ direction }) => direction === 'outbound-api');
    const [row] = await ours.app.sql<{ id: string; clinic: string; attempt: number }>(
      'SELECT id, clinic_id AS clinic, attempts AS attempt FROM message WHERE provider_id = $1',
      [sms?.sid],
    );
    if (!sms || !row) throw new Error('There is no text to report on');
    const path = '/api/v1/webhooks/twilio/status';
    const url = `${world.env['PUBLIC_URL']}${path}?clinic=${row.clinic}&message=${row.id}&attempt=${row.attempt}`;
    const fields = { MessageSid: sms.sid, MessageStatus: 'failed', ErrorCode: '21610', To: phone };
    const headers = { 'x-twilio-signature': twilioSignature(world.sandbox.twilio.authToken, url, fields) };
    const { status } = await fetch(url, { method: 'POST', body: new URLSearchParams(fields), headers });
    expect(status).toBe(200);
  };
  /** A text that left, of which the provider has reported nothing more. */
  const unreported = async (phone: string): Promise<void> => {
    const appointmentId = await reminded(ours, 10, phone);
    await once(ours.owner, appointmentId, 'sms', 'delivered');
    await ours.app.sql("UPDATE message SET status = 'sent' WHERE appointment_id = $1 AND channel = 'sms'", [appointmentId]);
  };

  it('takes back no START that was said since', async () => {
    const phone = aNumber();
    await unreported(phone);
    await answerTo(phone, 'START');
    await report(phone);
    expect(await isOut(phone)).toBe(false);
  });

  it('is an opt-out otherwise, whatever was said before', async () => {
    const phone = aNumber();
    await answerTo(phone, 'START');
    await unreported(phone);
    await report(phone);
    expect(await isOut(phone)).toBe(true);
    await answerTo(phone, 'YES');
    expect(await isOut(phone)).toBe(false);
  });
});
