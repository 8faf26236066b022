// One phone to which several clinics write: the installation has one number, so each plain word may be meant of any of them.
import { twilioSignature } from '@keel/sandbox';
import { CLINIC_NUMBER, providers, type Providers } from '../../testing/messaging.fixture.js';
import { session, type Session } from '../../testing/session.js';
import { aNumber, once, remindNow } from '../testing.js';

let world: Providers;
/** As many texts to one phone as these tests write. */
let env: Providers['env'];
let ours: Session;
let theirs: Session;

beforeAll(async () => {
  world = await providers();
  env = { ...world.env, SMS_PER_NUMBER: '100' };
  ours = await session('owner', { workers: true, env, clinic: { name: 'Maple Physio' } });
  theirs = await session('owner', { workers: true, env, clinic: { name: 'Cedar Massage' } });
  world.leadTo(ours.app);
});

type Appointment = Awaited<ReturnType<typeof remindNow>>;
let patients = 0;

/** An appointment in so many days at this clinic, of somebody with this phone, who was reminded of it. */
async function reminded(here: Session, phone: string, days: number): Promise<Appointment> {
  const email = `p${++patients}-${phone.slice(1)}@example.com`;
  const appointment = await remindNow(here, { days, patient: { phone, email } });
  await once(here.owner, appointment.appointmentId, 'sms', 'sent', 'delivered');
  return { ...appointment, phone };
}
const text = (phone: string, body: string) => world.sandbox.carrier.receive(phone, CLINIC_NUMBER, body);
const answers = (phone: string) =>
  world.sandbox.control
    .sms(phone)
    .filter(({ direction }) => direction === 'outbound-reply')
    .map(({ body }) => body);
const lastAnswer = (phone: string) => answers(phone).at(-1) ?? '';
const statusOf = async (here: Session, { appointmentId }: Appointment) =>
  ((await here.owner.get(`/appointments/${appointmentId}`).expect(200)).body as { status: string }).status;

/** What somebody at the clinic has to read from this phone, the newest first, and of which appointment it is. */
async function toRead(here: Session, phone: string): Promise<[text: string, appointmentId: string | null][]> {
  const { body } = await here.owner.get('/messages?attention=true&status=received&limit=200').expect(200);
  const found: [string, string | null][] = [];
  for (const { id } of (body as { data: { id: string }[] }).data) {
    const message = (await here.owner.get(`/messages/${id}`).expect(200)).body as {
      to: string;
      text: string;
      appointmentId: string | null;
    };
    if (message.to === phone) found.push([message.text, message.appointmentId]);
  }
  return found;
}
/** By which number the last question names what has this in its name. */
const numberOf = (phone: string, name: string) => new RegExp(`^([0-9])\\) .*${name}`, 'm').exec(lastAnswer(phone))?.[1] ?? '';

describe('a phone to which another clinic wrote of many appointments', () => {
  it('says no to the one appointment that it has here: both clinics have it, and it is asked which is meant', async () => {
    const phone = aNumber();
    const appointment = await reminded(ours, phone, 10);
    for (let day = 3; day < 10; day++) await reminded(theirs, phone, day);
    await text(phone, 'No');
    expect(await toRead(ours, phone)).toEqual([['No', appointment.appointmentId]]);
    expect(await toRead(theirs, phone)).toEqual([['No', null]]);
    expect(lastAnswer(phone)).toMatch(/^Which clinic can you not come to\? Reply with its number\.\n1\) .+\n2\) .+$/);
    await text(phone, numberOf(phone, 'Maple Physio'));
    expect(lastAnswer(phone)).toMatch(/^Maple Physio: your appointment on .+ is not cancelled yet.+\/l\/[\w-]{32} or call/);
    expect((await toRead(ours, phone)).map(([, id]) => id)).toEqual([appointment.appointmentId, appointment.appointmentId]);
    // A number that comes later is no answer any more, and may be meant of any of them.
    await text(phone, '2');
    expect((await toRead(theirs, phone)).map(([words]) => words)).toEqual(['2', 'No']);
    await text(phone, 'cancel my appointment');
    await text(phone, numberOf(phone, 'Cedar Massage'));
    // Too many to ask about: somebody there reads it.
    expect(lastAnswer(phone)).toMatch(/^Cedar Massage: thank you, somebody at the clinic will read/);
    expect(await toRead(ours, phone)).toHaveLength(4);
  });

  it('says yes to the one appointment that it has here, though the newest texts are all of the other', async () => {
    const phone = aNumber();
    const appointment = await reminded(ours, phone, 20);
    const there: Appointment[] = [];
    for (let day = 3; day < 16; day++) there.push(await reminded(theirs, phone, day));
    for (const { appointmentId } of there.slice(1))
      await theirs.owner.post(`/appointments/${appointmentId}/cancel`, { by: 'clinic' }).expect(200);
    await text(phone, 'C');
    expect(lastAnswer(phone)).toMatch(/which appointment do you confirm/);
    expect(await statusOf(theirs, there[0] as Appointment)).toBe('booked');
    await text(phone, numberOf(phone, 'Maple Physio'));
    expect([await statusOf(ours, appointment), await statusOf(theirs, there[0] as Appointment)]).toEqual(['confirmed', 'booked']);
    // Nobody has to read a plain yes that was understood.
    expect([await toRead(ours, phone), await toRead(theirs, phone)]).toEqual([[], []]);
  });

  it('is told by several that somebody reads it where the clinics cannot be told apart', async () => {
    const [one, two] = [await session('owner', { workers: true, env }), await session('owner', { workers: true, env })];
    const phone = aNumber();
    await reminded(one, phone, 20);
    for (let day = 3; day < 10; day++) await reminded(two, phone, day);
    await text(phone, 'n');
    expect(lastAnswer(phone)).toMatch(/^Your clinics have been told that you wrote.+ Vos cliniques savent/);
    expect([await toRead(one, phone), await toRead(two, phone)]).toMatchObject([[['n', expect.any(String)]], [['n', null]]]);
    // Said once in a while, and read each time.
    await text(phone, 'N');
    expect(answers(phone)).toHaveLength(1);
    expect([await toRead(one, phone), await toRead(two, phone)].map(({ length }) => length)).toEqual([2, 2]);
  });
});

const withheld = expect.stringMatching(/^\(Words not shown\. They seem to be about cancelling an appointment: .+\)$/) as string;
const came = expect.stringMatching(/^\(Words not shown\. Somebody with this phone wrote .+\)$/) as string;

describe('a refusal of appointments to two clinics', () => {
  async function both(): Promise<{ phone: string; here: Appointment; there: Appointment }> {
    const phone = aNumber();
    return { phone, here: await reminded(ours, phone, 10), there: await reminded(theirs, phone, 12) };
  }

  it('is before a person in each of them, before and after it is said which', async () => {
    const { phone, here, there } = await both();
    await text(phone, 'No, sorry');
    expect([await toRead(ours, phone), await toRead(theirs, phone)]).toEqual([
      [['No, sorry', here.appointmentId]],
      [['No, sorry', there.appointmentId]],
    ]);
    await text(phone, 'both');
    expect(lastAnswer(phone)).toMatch(/not cancelled yet.+\n.+not cancelled yet/);
    expect((await toRead(ours, phone)).map(([words]) => words)).toEqual(['both', 'No, sorry']);
    expect((await toRead(theirs, phone)).map(([words]) => words)).toEqual(['both', 'No, sorry']);
    const pages = await theirs.app.sql("SELECT 1 FROM message WHERE kind = 'reply' AND appointment_id = $1", [there.appointmentId]);
    expect(pages).toHaveLength(2);
  });

  it('reaches both without its words where these may be meant for one of them', async () => {
    const { phone, here, there } = await both();
    await text(phone, 'Please cancel, I am in hospital again');
    expect(lastAnswer(phone)).toMatch(/which appointment can you not come to[^]+Nobody has read the rest of your text\./);
    expect([await toRead(ours, phone), await toRead(theirs, phone)]).toEqual([
      [[withheld, here.appointmentId]],
      [[withheld, there.appointmentId]],
    ]);
  });

  it('reaches the other one without its words where one was chosen for them', async () => {
    const { phone, here, there } = await both();
    await text(phone, 'Since the new pills I cannot sleep');
    await text(phone, numberOf(phone, 'Cedar Massage'));
    await text(phone, 'Please cancel tomorrow, the pills make me sick');
    // That the first words came, each has heard.
    expect(await toRead(ours, phone)).toEqual([
      [withheld, here.appointmentId],
      [came, here.appointmentId],
    ]);
    expect(await toRead(theirs, phone)).toEqual([
      ['Please cancel tomorrow, the pills make me sick', there.appointmentId],
      [came, there.appointmentId],
    ]);
  });

  it('beside an opt-out in words of their own reaches both without these', async () => {
    const { phone, here, there } = await both();
    await text(phone, 'STOP, cancel my appointment, I moved away');
    expect(lastAnswer(phone)).toMatch(/^You will get no more texts from this number/);
    expect([await toRead(ours, phone), await toRead(theirs, phone)]).toEqual([
      [[withheld, here.appointmentId]],
      [[withheld, there.appointmentId]],
    ]);
  });

  it.each(['CANCEL', 'annuler'])('that is an opt-out besides (%s) is before a person in each of them', async (words) => {
    const { phone, here, there } = await both();
    await text(phone, words);
    expect([await toRead(ours, phone), await toRead(theirs, phone)]).toEqual([
      [[words, here.appointmentId]],
      [[words, there.appointmentId]],
    ]);
    // Nothing is written to them any more, and a no is heard still.
    const said = answers(phone).length;
    await text(phone, 'no');
    expect([await toRead(ours, phone), await toRead(theirs, phone)].map(([latest]) => latest?.[0])).toEqual(['no', 'no']);
    expect(answers(phone)).toHaveLength(said);
    // An opt-out alone is nobody's news.
    await text(phone, 'stop');
    expect(await toRead(theirs, phone)).toHaveLength(2);
  });

  it('is kept once in each, however often it is brought at once', async () => {
    const { phone, here, there } = await both();
    const sid = `SM${'7'.repeat(32)}`;
    const url = `${world.env['PUBLIC_URL']}/api/v1/webhooks/twilio/inbound`;
    const fields = { From: phone, To: CLINIC_NUMBER, Body: 'no', MessageSid: sid };
    const headers = { 'x-twilio-signature': twilioSignature(world.sandbox.twilio.authToken, url, fields) };
    const brought = Array.from({ length: 8 }, () => fetch(url, { method: 'POST', body: new URLSearchParams(fields), headers }));
    expect((await Promise.all(brought)).map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect([await toRead(ours, phone), await toRead(theirs, phone)].map(({ length }) => length)).toEqual([1, 1]);
    const asked =
      "SELECT 1 FROM message WHERE reply = 'which' AND recipient_hash = (SELECT recipient_hash FROM message WHERE provider_id = $1 LIMIT 1)";
    expect(await ours.app.sql(asked, [sid])).toHaveLength(2);
    // Each number that was shown counts, whoever of the eight kept which line.
    for (const [name, at, appointment] of [
      ['Maple Physio', ours, here],
      ['Cedar Massage', theirs, there],
    ] as const) {
      await text(phone, 'no');
      await text(phone, numberOf(phone, name));
      expect(lastAnswer(phone)).toMatch(/is not cancelled yet/);
      expect((await toRead(at, phone))[0]?.[1]).toBe(appointment.appointmentId);
    }
  });
});

describe('a phone of two clinics', () => {
  it('shows neither what the other is called in what it was asked', async () => {
    const phone = aNumber();
    const [here, there] = [await reminded(ours, phone, 10), await reminded(theirs, phone, 12)];
    await text(phone, 'C');
    expect(lastAnswer(phone)).toMatch(/[12]\) Maple Physio/);
    expect(lastAnswer(phone)).toMatch(/[12]\) Cedar Massage/);
    for (const [at, appointment, other] of [
      [ours, here, 'Cedar'],
      [theirs, there, 'Maple'],
    ] as const) {
      const { body } = await at.owner.get(`/messages?appointmentId=${appointment.appointmentId}`).expect(200);
      const texts: string[] = [];
      for (const { id } of (body as { data: { id: string }[] }).data) {
        texts.push(JSON.stringify((await at.owner.get(`/messages/${id}`).expect(200)).body));
      }
      expect(texts.length).toBeGreaterThan(2);
      expect(texts.join()).not.toContain(other);
    }
  });

  it('is offered anew whom its words are for, at once, when another clinic has written since it chose', async () => {
    const phone = aNumber();
    await reminded(ours, phone, 10);
    await reminded(theirs, phone, 12);
    await text(phone, 'Since the new pills I cannot sleep');
    // Picked by mistake: another number chooses anew.
    await text(phone, '1');
    await text(phone, '2');
    const chosen = answers(phone)
      .slice(-2)
      .map((answer) => /^(\w+) .+send your message again/.exec(answer)?.[1]);
    expect(new Set(chosen)).toEqual(new Set(['Maple', 'Cedar']));
    await reminded(theirs, phone, 14);
    await reminded(ours, phone, 15);
    const said = answers(phone).length;
    await text(phone, 'Chest pain since this morning');
    expect(answers(phone)).toHaveLength(said + 1);
    expect(lastAnswer(phone)).toMatch(/nobody has read it[^]+\n1\) .+\n2\) /);
  });
});

describe('words of a patient of two clinics', () => {
  async function both(): Promise<string> {
    const phone = aNumber();
    await reminded(ours, phone, 10);
    await reminded(theirs, phone, 12);
    return phone;
  }
  const OFFERED = /nobody has read it[^]+\n1\) .+\n2\) /;

  it('go to the chosen one no more once another has answered', async () => {
    const phone = await both();
    await text(phone, 'Can I bring my dog?');
    await text(phone, numberOf(phone, 'Maple Physio'));
    await text(phone, 'C');
    await text(phone, numberOf(phone, 'Cedar Massage'));
    expect(lastAnswer(phone)).toMatch(/^Cedar Massage: thank you, your appointment .+ is confirmed/);
    await text(phone, 'Thanks! My counsellor says that I panic again');
    expect(lastAnswer(phone)).toMatch(OFFERED);
    for (const here of [ours, theirs]) {
      expect((await toRead(here, phone)).map(([words]) => words)).toEqual([expect.stringMatching(/^\(Words not shown/), came]);
    }
  });

  it('are offered a choice again, by the same numbers, where a number can choose no more', async () => {
    const phone = await both();
    await text(phone, 'Can I bring my dog?');
    const before = numberOf(phone, 'Maple Physio');
    await reminded(ours, phone, 14);
    await text(phone, before);
    expect(lastAnswer(phone)).toMatch(OFFERED);
    expect(numberOf(phone, 'Maple Physio')).toBe(before);
    for (const words of ['the first one', '1 I am his mother', '7']) {
      const said = answers(phone).length;
      await text(phone, words);
      expect(answers(phone)).toHaveLength(said + 1);
      expect(lastAnswer(phone)).toMatch(OFFERED);
    }
  });

  it.each(['drop my appointment', 'can’t do Tuesday', 'On peut changer pour vendredi ?', 'Can I bring my dog?'])(
    'are told of in both, whatever they are: %j',
    async (words) => {
      const phone = await both();
      await text(phone, words);
      const told = expect.stringMatching(/^\(Words not shown\. [^]+\/ Mots non affichés\. /) as string;
      expect([await toRead(ours, phone), await toRead(theirs, phone)]).toEqual([
        [[told, expect.any(String)]],
        [[told, expect.any(String)]],
      ]);
      expect(lastAnswer(phone)).toMatch(OFFERED);
    },
  );

  it.each(['I’m sick, can’t come', 'Je ne pourrai pas venir', 'Could we move it?'])(
    'that may call off an appointment are told of in both: %j',
    async (words) => {
      const phone = await both();
      await text(phone, words);
      const told = expect.stringMatching(/^\(Words not shown\. They may be about not coming, or another time: .+\)$/) as string;
      expect([await toRead(ours, phone), await toRead(theirs, phone)]).toEqual([
        [[told, expect.any(String)]],
        [[told, expect.any(String)]],
      ]);
      expect(lastAnswer(phone)).toMatch(OFFERED);
    },
  );
});

describe('a phone of two clinics that wants no texts', () => {
  it.each(['C', 'oui', '👍', '1', 'R'])('is heard in both by its plain word, and not answered: %s', async (words) => {
    const phone = aNumber();
    const [here, there] = [await reminded(ours, phone, 10), await reminded(theirs, phone, 12)];
    await text(phone, 'arrêtez svp');
    await text(phone, words);
    expect([await toRead(ours, phone), await toRead(theirs, phone)]).toEqual([
      [[words, here.appointmentId]],
      [[words, there.appointmentId]],
    ]);
    expect([await statusOf(ours, here), await statusOf(theirs, there)]).toEqual(['booked', 'booked']);
    expect(answers(phone)).toHaveLength(1);
  });

  it.each(['please call me', 'I have chest pain since this morning'])('is heard in both without its own words: %s', async (words) => {
    const phone = aNumber();
    const [here, there] = [await reminded(ours, phone, 10), await reminded(theirs, phone, 12)];
    await text(phone, 'arrêtez svp');
    await text(phone, words);
    const came = expect.stringMatching(/^\(Words not shown\./) as string;
    expect([await toRead(ours, phone), await toRead(theirs, phone)]).toEqual([[[came, here.appointmentId]], [[came, there.appointmentId]]]);
    expect(answers(phone)).toHaveLength(1);
  });

  it('is told that it holds for the number, and so is one that wants them again', async () => {
    const phone = aNumber();
    await reminded(ours, phone, 10);
    await reminded(theirs, phone, 12);
    await text(phone, 'Stop, merci');
    expect(lastAnswer(phone)).toMatch(/^You will get no more texts from this number\./);
    expect(lastAnswer(phone)).not.toMatch(/Maple|Cedar|nobody has read/);
    await text(phone, 'Start, please');
    expect(lastAnswer(phone)).toMatch(/^You will get texts from this number again\./);
  });
});

describe('a number', () => {
  async function askedThenOffered(): Promise<{ phone: string; appointments: [Session, Appointment][] }> {
    const phone = aNumber();
    const appointments: [Session, Appointment][] = [
      [ours, await reminded(ours, phone, 10)],
      [theirs, await reminded(theirs, phone, 12)],
      [theirs, await reminded(theirs, phone, 14)],
    ];
    await text(phone, 'C');
    expect(lastAnswer(phone)).toMatch(/which appointment do you confirm[^]+\n3\) /);
    await text(phone, 'Could you send me a receipt?');
    expect(lastAnswer(phone)).toMatch(/nobody has read it[^]+\n1\) .+\n2\) /);
    return { phone, appointments };
  }

  it.each(['1 and 2', 'both', '3'])('after the question of clinics is no answer to an older one of appointments: %s', async (words) => {
    const { phone, appointments } = await askedThenOffered();
    await text(phone, words);
    for (const [here, appointment] of appointments) expect(await statusOf(here, appointment)).toBe('booked');
    expect(lastAnswer(phone)).toMatch(/nobody has read it[^]+\n1\) .+\n2\) /);
    await text(phone, numberOf(phone, 'Maple Physio'));
    expect(lastAnswer(phone)).toMatch(/^Maple Physio: please send your message again/);
  });

  it('that comes after another was answered is before a person of each clinic', async () => {
    const phone = aNumber();
    const [here, there] = [await reminded(ours, phone, 10), await reminded(theirs, phone, 12)];
    await text(phone, 'C');
    await text(phone, '1');
    await text(phone, '2');
    expect(lastAnswer(phone)).toMatch(/^Your clinics have been told that you wrote/);
    expect([await toRead(ours, phone), await toRead(theirs, phone)]).toEqual([[['2', here.appointmentId]], [['2', there.appointmentId]]]);
  });
});

describe('what is answered of many appointments at once', () => {
  it('fits into one text, and a person reads of what it does not say', async () => {
    const long = 'A clinic with a name that is rather long for a text message, and then some';
    const [one, two] = [
      await session('owner', { workers: true, env, clinic: { name: `${long} one` } }),
      await session('owner', { workers: true, env, clinic: { name: `${long} two` } }),
    ];
    const phone = aNumber();
    for (let day = 3; day < 6; day++) await reminded(one, phone, day);
    for (let day = 6; day < 9; day++) await reminded(two, phone, day);
    await text(phone, 'No');
    await text(phone, 'tous');
    expect(lastAnswer(phone)).toMatch(/not cancelled yet.+\n.+not cancelled yet[^]+Please call about your other appointments\./);
    expect(lastAnswer(phone).length).toBeLessThanOrEqual(1600);
    expect([await toRead(one, phone), await toRead(two, phone)].map(([latest]) => latest?.[0])).toEqual(['tous', 'tous']);
  });
});

describe('a machine that answers each text', () => {
  it.each(['OK', 'START', 'This line takes no messages. To cancel or reschedule a delivery call us.'])(
    'is answered no more after a while: %j',
    async (words) => {
      const phone = aNumber();
      await reminded(ours, phone, 10);
      for (let time = 0; time < 16; time++) await text(phone, words);
      expect(answers(phone).length).toBeLessThanOrEqual(12);
      // Nothing is lost: somebody reads it.
      if (words !== 'START') expect((await toRead(ours, phone)).length).toBeGreaterThanOrEqual(4);
    },
  );
});
