// "Ok thanks" to an answer that asks for nothing: whoever said that they cannot come has confirmed nothing by it.
import { CLINIC_NUMBER, providers, type Providers } from '../../testing/messaging.fixture.js';
import { session, type Session } from '../../testing/session.js';
import { aNumber, once, remindNow } from '../testing.js';

let world: Providers;
let ours: Session;
let theirs: Session;

beforeAll(async () => {
  world = await providers();
  const env = { ...world.env, SMS_PER_NUMBER: '100' };
  ours = await session('owner', { workers: true, env, clinic: { name: 'Maple Physio' } });
  theirs = await session('owner', { workers: true, env, clinic: { name: 'Cedar Massage' } });
  world.leadTo(ours.app);
});

type Appointment = Awaited<ReturnType<typeof remindNow>>;

async function reminded(here: Session, days: number, phone = aNumber()): Promise<Appointment> {
  const appointment = await remindNow(here, { days, patient: { phone, email: `${here.clinic.id}-${days}-${phone.slice(1)}@example.com` } });
  await once(here.owner, appointment.appointmentId, 'sms', 'sent', 'delivered');
  // As the provider says in a moment, unless it was quicker than the sender.
  const arrived =
    "UPDATE message SET status = 'delivered', delivered_at = sent_at WHERE appointment_id = $1 AND status = 'sent' AND channel = 'sms'";
  await here.app.sql(arrived, [appointment.appointmentId]);
  return { ...appointment, phone };
}
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
const statusOf = async (here: Session, { appointmentId }: Appointment) =>
  ((await here.owner.get(`/appointments/${appointmentId}`).expect(200)).body as { status: string }).status;

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
/** The weekday of the appointment by the clock of the clinic, or some days after it. */
const weekdayOf = ({ start }: Appointment, after = 0, locale = 'en-CA') =>
  new Intl.DateTimeFormat(locale, { timeZone: 'America/Toronto', weekday: 'long' }).format(
    new Date(Date.parse(start) + after * 86_400_000),
  );
/** What everybody who has the phone asked or wished is taken care of. */
async function dealWith(here: Session, phone: string): Promise<void> {
  const { body } = await here.owner.get('/messages?attention=true&status=received&limit=200').expect(200);
  for (const { id } of (body as { data: { id: string }[] }).data) {
    const { to } = (await here.owner.get(`/messages/${id}`).expect(200)).body as { to: string };
    if (to === phone) await here.owner.post(`/messages/${id}/resolve`, { outcome: 'handled' }).expect(200);
  }
}
const numberOf = (answer: string | undefined, name: string) => new RegExp(`^([0-9])\\) .*${name}`, 'm').exec(answer ?? '')?.[1] ?? '';

describe('a courtesy', () => {
  it.each([
    ['No', 'Ok thanks', /is not cancelled yet/],
    ['non', 'D’accord merci', /is not cancelled yet/],
    ['R', '👍', /to choose another time/],
    ['I can’t come, my kid is sick', '👍', /somebody at the clinic will read/],
    ['hi could I come Friday at 3 instead?', 'Ok thanks!', /somebody at the clinic will read/],
    ['HELP me please', 'ok', /somebody at the clinic will read/],
  ])('after %j is no yes to the reminder: %j', async (said, courtesy, answer) => {
    const appointment = await reminded(ours, 10);
    expect(await answerTo(appointment.phone, said)).toMatch(answer);
    const read = await toRead(ours, appointment.phone);
    expect(await answerTo(appointment.phone, courtesy)).toBeUndefined();
    expect([await statusOf(ours, appointment), await toRead(ours, appointment.phone)]).toEqual(['booked', read]);
    // What confirms in so many words still does.
    expect(await answerTo(appointment.phone, 'C')).toMatch(/is confirmed/);
  });

  it('after a new reminder is a yes to that', async () => {
    const appointment = await reminded(ours, 10);
    await answerTo(appointment.phone, 'Can I bring my dog?');
    const second = await reminded(ours, 12, appointment.phone);
    expect(await answerTo(appointment.phone, 'ok')).toMatch(/which appointment do you confirm/);
    expect([await statusOf(ours, appointment), await statusOf(ours, second)]).toEqual(['booked', 'booked']);
  });

  it('after a confirmed appointment confirms no other one', async () => {
    const first = await reminded(ours, 10);
    expect(await answerTo(first.phone, 'C')).toMatch(/is confirmed/);
    const second = await reminded(ours, 12, first.phone);
    expect(await answerTo(first.phone, 'I can’t come on the second one, sorry')).toMatch(/somebody at the clinic will read/);
    expect(await answerTo(first.phone, 'ok')).toBeUndefined();
    expect(await statusOf(ours, second)).toBe('booked');
  });
});

describe('after a wish or a question that nobody has dealt with', () => {
  it.each([
    ['can we do Thursday instead?', 'ok thanks, see you then'],
    ['Peut-on changer pour jeudi ?', 'Merci, je serai là'],
    ['Could I come at 4 instead', 'see you there'],
    ['could we move it?', 'yes I’ll be there'],
    ['No', 'see you then'],
    ['R', 'ok, see you then'],
    ['Is it possible to see somebody else that day?', 'ok we are coming'],
  ])('%j, words that they come confirm nothing, and a person reads them: %j', async (wish, words) => {
    const appointment = await reminded(ours, 10);
    const { phone } = appointment;
    await answerTo(phone, wish);
    const before = await toRead(ours, phone);
    expect((await answerTo(phone, words)) ?? '').not.toMatch(/is confirmed/);
    expect([await statusOf(ours, appointment), await toRead(ours, phone)]).toEqual(['booked', [words, ...before]]);
    // What confirms in so many words still does.
    expect(await answerTo(phone, 'I confirm')).toMatch(/is confirmed/);
  });

  it.each(['yes', 'ok', 'Ok thanks!', '👍'])('a bare yes to the next reminder confirms nothing until somebody has: %s', async (yes) => {
    const appointment = await reminded(ours, 10);
    const { phone } = appointment;
    await answerTo(phone, 'can we do Thursday instead?');
    // As if it had been sent just now.
    const remindAgain = `UPDATE message SET queued_at = clock_timestamp(), sent_at = clock_timestamp(), delivered_at = clock_timestamp()
      WHERE appointment_id = $1 AND channel = 'sms' AND kind = 'reminder'`;
    await ours.app.sql(remindAgain, [appointment.appointmentId]);
    await answerTo(phone, yes);
    expect([await statusOf(ours, appointment), (await toRead(ours, phone))[0]]).toEqual(['booked', yes]);
    await dealWith(ours, phone);
    await ours.app.sql(remindAgain, [appointment.appointmentId]);
    expect(await answerTo(phone, yes)).toMatch(/is confirmed/);
  });

  it('a yes that named another day is one of these', async () => {
    const appointment = await reminded(ours, 10);
    const { phone } = appointment;
    const other = `I confirm my ${weekdayOf(appointment, 2)} appointment`;
    expect((await answerTo(phone, other)) ?? '').not.toMatch(/is confirmed/);
    expect((await answerTo(phone, 'ok thanks, see you then')) ?? '').not.toMatch(/is confirmed/);
    expect([await statusOf(ours, appointment), await toRead(ours, phone)]).toEqual(['booked', ['ok thanks, see you then', other]]);
  });

  it('nobody can know what a damaged text wished: it counts as one of these', async () => {
    const appointment = await reminded(ours, 10);
    const { phone } = appointment;
    await answerTo(phone, 'could we move it?');
    const open = "kind = 'received' AND handled_at IS NULL AND patient_id = $1";
    await ours.app.sql(`UPDATE message SET content = '\\x00' WHERE ${open}`, [appointment.patientId]);
    await answerTo(phone, 'ok thanks, see you then');
    expect(await statusOf(ours, appointment)).toBe('booked');
    expect(await ours.app.sql(`SELECT 1 FROM message WHERE ${open}`, [appointment.patientId])).toHaveLength(2);
    // It is dealt with, so that the inbox opens again.
    await ours.app.sql(`UPDATE message SET handled_at = now(), content = NULL WHERE content = '\\x00' AND ${open}`, [
      appointment.patientId,
    ]);
  });

  it('a yes to a reminder after thanks confirms it: they left nothing open', async () => {
    const appointment = await reminded(ours, 10);
    await answerTo(appointment.phone, 'Thanks!');
    expect(await toRead(ours, appointment.phone)).toEqual(['Thanks!']);
    expect(await answerTo(appointment.phone, 'yes')).toMatch(/is confirmed/);
  });

  it('of one clinic, a yes to the other is its own', async () => {
    const here = await reminded(ours, 10);
    await answerTo(here.phone, 'Can I bring my dog?');
    await ours.owner.post(`/appointments/${here.appointmentId}/confirm`).expect(200);
    const there = await reminded(theirs, 12, here.phone);
    expect(await answerTo(here.phone, 'ok')).toMatch(/is confirmed/);
    expect(await statusOf(theirs, there)).toBe('confirmed');
  });
});

describe('a yes after an answer that asks for none', () => {
  it('is read by a person and confirms nothing', async () => {
    const appointment = await reminded(ours, 10);
    await answerTo(appointment.phone, 'No');
    expect(await answerTo(appointment.phone, 'Yes please')).toMatch(/somebody at the clinic will read/);
    expect([await statusOf(ours, appointment), await toRead(ours, appointment.phone)]).toEqual(['booked', ['Yes please', 'No']]);
  });

  it('that asked which appointment is off is read by a person; the number is still an answer', async () => {
    const first = await reminded(ours, 10);
    await reminded(ours, 12, first.phone);
    expect(await answerTo(first.phone, 'No')).toMatch(/which appointment can you not come to/);
    expect(await answerTo(first.phone, 'ok')).toMatch(/somebody at the clinic will read/);
    expect(await answerTo(first.phone, '1')).toMatch(/is not cancelled yet/);
    expect(await answerTo(first.phone, 'Ok thank you')).toBeUndefined();
  });
});

describe('behind a phone of two clinics, of which one is confirmed', () => {
  async function two(): Promise<[Appointment, Appointment]> {
    const here = await reminded(ours, 10);
    expect(await answerTo(here.phone, 'C')).toMatch(/is confirmed/);
    return [here, await reminded(theirs, 12, here.phone)];
  }

  it('a courtesy after a no confirms nothing at the other', async () => {
    const [{ phone }, there] = await two();
    await answerTo(phone, numberOf(await answerTo(phone, 'no'), 'Cedar Massage'));
    expect(await answerTo(phone, '👍')).toBeUndefined();
    expect(await statusOf(theirs, there)).toBe('booked');
  });

  it('nor does one after words that are to be sent again, or that are no clinic’s', async () => {
    const [{ phone }, there] = await two();
    const offer = await answerTo(phone, 'sorry, where do I park on Friday?');
    expect(offer).toMatch(/\n2\) /);
    expect(await answerTo(phone, 'ok')).not.toMatch(/is confirmed/);
    expect(await answerTo(phone, numberOf(offer, 'Maple Physio'))).toMatch(/^Maple Physio: please send your message again/);
    expect(await answerTo(phone, 'ok')).toBeUndefined();
    expect(await statusOf(theirs, there)).toBe('booked');
  });
});

describe('a yes where what was told of last is off by now', () => {
  const cancel = (here: Session, { appointmentId }: Appointment) =>
    here.owner.post(`/appointments/${appointmentId}/cancel`, { by: 'clinic' }).expect(200);

  it.each([true, false])('confirms no other one: it is asked back about, and somebody reads it (of two clinics: %s)', async (two) => {
    const other = await reminded(ours, 10);
    const there = two ? theirs : ours;
    const last = await reminded(there, 12, other.phone);
    await cancel(there, last);
    const question = await answerTo(other.phone, 'Yes');
    expect(question).toMatch(/which appointment do you confirm\?.+\n1\) /);
    expect([await statusOf(ours, other), await toRead(there, other.phone)]).toEqual(['booked', ['Yes']]);
    expect(await answerTo(other.phone, '1')).toMatch(/is confirmed/);
    expect(await statusOf(ours, other)).toBe('confirmed');
  });

  it('reaches a person also where all others are confirmed, behind a phone of two clinics', async () => {
    const other = await reminded(ours, 10);
    expect(await answerTo(other.phone, 'C')).toMatch(/is confirmed/);
    await cancel(theirs, await reminded(theirs, 12, other.phone));
    await answerTo(other.phone, 'C');
    expect(await toRead(theirs, other.phone)).toEqual(['C']);
  });
});

it('a yes is to the appointment of the newest text that names one, whatever was answered since', async () => {
  const waiting = await reminded(ours, 12);
  const last = await reminded(ours, 10, waiting.phone);
  await ours.owner.post(`/appointments/${last.appointmentId}/confirm`).expect(200);
  await answerTo(waiting.phone, 'Where do I park?');
  expect(await answerTo(waiting.phone, 'C')).toMatch(/which appointment do you confirm/);
  expect(await statusOf(ours, waiting)).toBe('booked');
});

describe('thanks or a farewell', () => {
  it.each(['thanks!', 'merci!', 'thx', 'see you', 'à bientôt', 'Thanks 🙏', '❤️'])(
    'after an answer are silent, and nobody has to read them: %s',
    async (words) => {
      const { phone } = await reminded(ours, 10);
      expect(await answerTo(phone, 'C')).toMatch(/is confirmed/);
      expect([await answerTo(phone, words), await toRead(ours, phone)]).toEqual([undefined, []]);
      // After an opt-out too.
      await answerTo(phone, 'stop please');
      expect([await answerTo(phone, words), await toRead(ours, phone)]).toEqual([undefined, []]);
    },
  );

  it.each(['thanks!', 'see you on the day', 'Merci, bonne journée'])('after an answer are so of two clinics too: %s', async (said) => {
    const here = await reminded(ours, 3);
    const { phone } = here;
    const words = said.replace('on the day', weekdayOf(here));
    await reminded(theirs, 5, phone);
    expect(await answerTo(phone, numberOf(await answerTo(phone, 'C'), 'Maple Physio'))).toMatch(/is confirmed/);
    expect(await answerTo(phone, words)).toBeUndefined();
    expect([await toRead(ours, phone), await toRead(theirs, phone)]).toEqual([[], []]);
    // So are they after words that were no clinic's.
    expect(await answerTo(phone, 'Where do I park?')).toMatch(/nobody has read it/);
    const read = [await toRead(ours, phone), await toRead(theirs, phone)];
    expect(await answerTo(phone, words)).toBeUndefined();
    expect([await toRead(ours, phone), await toRead(theirs, phone)]).toEqual(read);
    // And they keep no answer from whoever asks next.
    expect(await answerTo(phone, 'Where do I park then?')).toMatch(/nobody has read it/);
  });

  it('that names the day of the appointment is silent too', async () => {
    const appointment = await reminded(ours, 3);
    const { phone } = appointment;
    expect(await answerTo(phone, 'C')).toMatch(/is confirmed/);
    for (const words of [`see you ${weekdayOf(appointment)}!`, `Merci, à ${weekdayOf(appointment, 0, 'fr-CA')}`])
      expect([await answerTo(phone, words), await toRead(ours, phone)]).toEqual([undefined, []]);
  });

  it.each([
    ['see you {day after}', 1],
    ['Ok thanks, see you {day after}', 2],
    ['à {jour après}', 1],
    ['à demain', 0],
    ['see you tomorrow!', 0],
    ['see you today', 0],
    ['see you next week', 0],
  ])('that names another day than the appointment’s is read by a person, and leaves it as it is: %s', async (said, after) => {
    // In three days, or in three weeks where a week is named.
    const appointment = await reminded(ours, said.includes('week') ? 22 : 3);
    const words = said
      .replace('{day after}', weekdayOf(appointment, after))
      .replace('{jour après}', weekdayOf(appointment, after, 'fr-CA'));
    expect(await answerTo(appointment.phone, 'C')).toMatch(/is confirmed/);
    expect(await answerTo(appointment.phone, words)).toMatch(/somebody at the clinic will read/);
    expect([await statusOf(ours, appointment), await toRead(ours, appointment.phone)]).toEqual(['confirmed', [words]]);
  });

  it('beside a yes that names another day confirms nothing', async () => {
    const appointment = await reminded(ours, 3);
    const { phone } = appointment;
    expect(await answerTo(phone, `I confirm my ${weekdayOf(appointment, 2)} appointment`)).toMatch(/somebody at the clinic will read/);
    expect(await statusOf(ours, appointment)).toBe('booked');
    expect(await answerTo(phone, `I confirm my ${weekdayOf(appointment)} appointment`)).toMatch(/is confirmed/);
  });

  it('to everybody is read by a person', async () => {
    const { phone } = await reminded(ours, 10);
    expect(await answerTo(phone, 'C')).toMatch(/is confirmed/);
    await answerTo(phone, 'goodbye everyone');
    expect(await toRead(ours, phone)).toEqual(['goodbye everyone']);
  });

  it('to a reminder or a question are read by a person, and nobody is told to call', async () => {
    const here = await reminded(ours, 10);
    expect([await answerTo(here.phone, 'Thanks!'), await toRead(ours, here.phone)]).toEqual([undefined, ['Thanks!']]);
    await reminded(theirs, 12, here.phone);
    expect(await answerTo(here.phone, 'merci')).toBeUndefined();
    expect([await toRead(ours, here.phone), await toRead(theirs, here.phone)]).toEqual([['merci', 'Thanks!'], ['merci']]);
    expect(await answerTo(here.phone, 'No')).toMatch(/can you not come to/);
    expect(await answerTo(here.phone, 'ok thank you, bye')).toBeUndefined();
    expect((await toRead(theirs, here.phone))[0]).toBe('ok thank you, bye');
    expect(await statusOf(ours, here)).toBe('booked');
  });

  it('of a phone that nobody knows are not answered, and what it asks next is', async () => {
    const phone = aNumber();
    expect([await answerTo(phone, 'Thanks'), await answerTo(phone, 'merci!')]).toEqual([undefined, undefined]);
    expect(await answerTo(phone, 'Is this Maple?')).toMatch(/nobody has read it/);
    expect(await answerTo(phone, 'thanks')).toBeUndefined();
  });

  it.each(['thanks?', 'thanks 😢', 'Merci, 2', 'thanks, I feel worse'])('are none with more beside them: %s', async (words) => {
    const { phone } = await reminded(ours, 10);
    await answerTo(phone, 'C');
    expect([await answerTo(phone, words), await toRead(ours, phone)]).toEqual([
      expect.stringMatching(/somebody at the clinic will read/),
      [words],
    ]);
  });
});

describe('a cry for help', () => {
  it.each(['Please help', 'HELP!!!', 'aide svp'])('is answered, and read by a person: %s', async (words) => {
    const { phone } = await reminded(ours, 10);
    expect(await answerTo(phone, words)).toMatch(/To reach us, call|Pour nous joindre/);
    expect(await toRead(ours, phone)).toEqual([words]);
    await reminded(theirs, 12, phone);
    expect(await answerTo(phone, words)).toMatch(/To reach us, call|Pour nous joindre/);
    expect([await toRead(ours, phone), await toRead(theirs, phone)]).toEqual([[words, words], [words]]);
  });
});
