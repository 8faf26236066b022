// A phone to which clinics write whose names read alike, or very many clinics: its words find their way each time.
import { CLINIC_NUMBER, providers, type Providers } from '../../testing/messaging.fixture.js';
import { session, type Session } from '../../testing/session.js';
import { aNumber, once, remindNow } from '../testing.js';

let world: Providers;
let env: Providers['env'];
let victim: Session;

beforeAll(async () => {
  world = await providers();
  env = { ...world.env, SMS_PER_NUMBER: '100' };
  victim = await aClinic('Maple Physio', { phone: '+16135550101' });
  world.leadTo(victim.app);
});

async function aClinic(name: string, over: object = {}): Promise<Session> {
  const made = await session('owner', { workers: true, env, clinic: { name } });
  if (Object.keys(over).length > 0) await made.owner.patch(`/clinics/${made.clinic.id}`, over, { ifMatch: '*' }).expect(200);
  return made;
}
let patients = 0;
async function reminded(here: Session, phone: string, days: number) {
  const appointment = await remindNow(here, { days, patient: { phone, email: `a${++patients}-${phone.slice(1)}@example.com` } });
  await once(here.owner, appointment.appointmentId, 'sms', 'sent', 'delivered');
  return appointment;
}
const text = (phone: string, body: string) => world.sandbox.carrier.receive(phone, CLINIC_NUMBER, body);
const answers = (phone: string) =>
  world.sandbox.control
    .sms(phone)
    .filter(({ direction }) => direction === 'outbound-reply')
    .map(({ body }) => body);
const lastAnswer = (phone: string) => answers(phone).at(-1) ?? '';

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
const WORDS = 'I have chest pain since the treatment';

describe('words of somebody to whom a clinic wrote whose name reads like another’s', () => {
  it.each([
    ['glued to its phone', 'Maple-Physio 613 555 0101', {}],
    ['with the same phone', 'Maple Physio', { phone: '+16135550101' }],
  ])('reach whom their sender chooses, and each text is answered: %s', async (_, name, over) => {
    const twin = await aClinic(name, over);
    const phone = aNumber();
    await reminded(victim, phone, 10);
    await reminded(twin, phone, 300);
    await text(phone, 'Can I bring my dog?');
    expect(lastAnswer(phone)).toMatch(/nobody has read it[^]+\n1\) .*Maple.+\n2\) .*Maple/);
    await text(phone, WORDS);
    expect(answers(phone)).toHaveLength(2);
    expect(lastAnswer(phone)).toMatch(/\n1\) .*Maple.+\n2\) .*Maple/);
    // By trial where nothing tells them apart: another number corrects a slip.
    for (const number of ['1', '2']) {
      await text(phone, number);
      expect(lastAnswer(phone)).toMatch(/send your message again/);
      await text(phone, WORDS);
    }
    expect(await toRead(victim, phone)).toContain(WORDS);
  });

  it('are offered these by where they are, where that differs', async () => {
    const twin = await aClinic('Maple Physio', { phone: '+16135550101' });
    const { body } = await twin.owner.get('/locations').expect(200);
    const main = (body as { data: { id: string }[] }).data[0];
    await twin.owner.patch(`/locations/${main?.id}`, { addressLine1: '9 Harbour St', city: 'Gatineau' }, { ifMatch: '*' }).expect(200);
    const phone = aNumber();
    await reminded(victim, phone, 10);
    await reminded(twin, phone, 12);
    await text(phone, WORDS);
    expect(lastAnswer(phone)).toMatch(/\n\d\) Maple Physio \(613 555-0101\), 9 Harbour St, Gatineau(?:\n|$)/);
    // A plain yes is asked about all the same, and confirms at neither by a guess.
    await text(phone, 'C');
    expect(lastAnswer(phone)).toMatch(/which appointment do you confirm/);
  });
});

describe('words of somebody to whom more clinics wrote than a digit can number', () => {
  it('are offered those that have written for longest, each time', async () => {
    const phone = aNumber();
    await reminded(victim, phone, 10);
    const long = 'Very long name of a clinic '.repeat(4);
    for (let nth = 0; nth < 10; nth++) await reminded(await aClinic(`${long} ${nth}`), phone, 11 + nth);
    for (let time = 1; time <= 2; time++) {
      await text(phone, WORDS);
      expect(answers(phone)).toHaveLength(time);
      expect(lastAnswer(phone)).toMatch(/\n1\) [^]+\n9\) /);
      expect(lastAnswer(phone).length).toBeLessThanOrEqual(1600);
    }
    await text(phone, /^([1-9])\) Maple Physio/m.exec(lastAnswer(phone))?.[1] ?? '');
    await text(phone, WORDS);
    expect(await toRead(victim, phone)).toContain(WORDS);
  });
});
