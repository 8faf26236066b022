// Twilio brings a text once. What it could not bring is found in its list, and taken as if it had been brought.
import { CLINIC_NUMBER, providers, type Providers, until } from '../../testing/messaging.fixture.js';
import { session, type Session } from '../../testing/session.js';
import { once, remindNow } from '../testing.js';

let world: Providers;
let clinic: Session;

beforeAll(async () => {
  world = await providers();
  // Long enough that what is brought in the ordinary way is not taken for missed.
  const env = { ...world.env, MESSAGE_MISSED_EVERY_MS: '100', MESSAGE_SETTLE_MS: '2000' };
  clinic = await session('owner', { workers: true, env });
  world.leadTo(clinic.app);
});
afterEach(() => world.leadTo(clinic.app));

const text = (phone: string, body: string) => world.sandbox.carrier.receive(phone, CLINIC_NUMBER, body);
/** A text that nobody answered when Twilio brought it. */
async function missed(phone: string, body: string): Promise<string> {
  world.leadTo(undefined);
  const { sid } = await text(phone, body);
  world.leadTo(clinic.app);
  return sid;
}
const answers = (phone: string) =>
  world.sandbox.control
    .sms(phone)
    .filter(({ body }) => !body.includes('/l/'))
    .map(({ body }) => body);
const isOut = async (phone: string) => (await clinic.app.sql('SELECT 1 FROM opted_out_number WHERE number = $1', [phone])).length > 0;
const isTaken = async (sid: string) => (await clinic.app.sql('SELECT 1 FROM inbound_text WHERE sid = $1', [sid])).length > 0;
const statusOf = async (id: string) => ((await clinic.owner.get(`/appointments/${id}`).expect(200)).body as { status: string }).status;

/** What somebody has to read from this patient, the newest first. */
async function toRead(patientId: string): Promise<string[]> {
  const { body } = await clinic.owner.get(`/messages?attention=true&status=received&patientId=${patientId}`).expect(200);
  const found: string[] = [];
  for (const { id } of (body as { data: { id: string }[] }).data)
    found.push(((await clinic.owner.get(`/messages/${id}`).expect(200)).body as { text: string }).text);
  return found;
}

async function aReminded() {
  const visit = await remindNow(clinic);
  await once(clinic.owner, visit.visitId, 'sms', 'delivered');
  return visit;
}

describe('a text that could not be brought', () => {
  it('is an opt-out all the same, and is answered once', async () => {
    const { phone } = await aReminded();
    const sid = await missed(phone, 'Stop please');
    expect(await isOut(phone)).toBe(false);
    await until(() => isOut(phone), 'the opt-out');
    await until(() => isTaken(sid), 'the text');
    await until(() => answers(phone).length > 0, 'the answer');
    // Looked for several times more meanwhile.
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(answers(phone)).toEqual([expect.stringMatching(/no more texts/)]);
  });

  it('confirms the visit that it is about', async () => {
    const { phone, visitId } = await aReminded();
    await missed(phone, 'C');
    await until(async () => (await statusOf(visitId)) === 'confirmed', 'the confirmation');
    await until(() => answers(phone).some((answer) => /is confirmed/.test(answer)), 'the answer');
  });

  it('is read by a person in words of their own, each once', async () => {
    const { phone, patientId } = await aReminded();
    await missed(phone, 'My knee is swollen');
    await missed(phone, 'May I bring my dog?');
    await until(async () => (await toRead(patientId)).length === 2, 'both texts');
    expect((await toRead(patientId)).toSorted()).toEqual(['May I bring my dog?', 'My knee is swollen']);
  });

  it('does nothing but opt out where the same phone has said something since that was heard', async () => {
    const { phone, patientId, visitId } = await aReminded();
    const yes = await missed(phone, 'C');
    await text(phone, 'I cannot come');
    const said = answers(phone).length;
    await until(() => isTaken(yes), 'the text');
    expect(await statusOf(visitId)).toBe('booked');
    expect(await toRead(patientId)).toEqual(['C', 'I cannot come']);
    const start = await missed(phone, 'START');
    await text(phone, 'Stop please');
    await until(() => isTaken(start), 'the text');
    expect(await isOut(phone)).toBe(true);
    // The stop alone was answered.
    expect(answers(phone)).toHaveLength(said + 1);
  });
});
