// Pictures and other files that come by text: they are not kept, and nobody is left to think that they were seen.
import { twilioSignature } from '@keel/sandbox';
import { CLINIC_NUMBER, providers, type Providers } from '../../testing/messaging.fixture.js';
import { session, type Session } from '../../testing/session.js';
import { once, remindNow } from '../testing.js';

let world: Providers;
let clinic: Session;
let other: Session;

beforeAll(async () => {
  world = await providers();
  clinic = await session('owner', { workers: true, env: world.env });
  other = await session('owner', { workers: true, env: world.env, clinic: { name: 'Cedar Massage' } });
  world.leadTo(clinic.app);
});

let texts = 0;
/** A text with a picture as Twilio brings it, with its answer. */
async function bring(from: string, body: string, sid = `MM${String(++texts).padStart(32, '0')}`): Promise<string> {
  const url = `${world.env['PUBLIC_URL']}/api/v1/webhooks/twilio/inbound`;
  const picture = { NumMedia: '1', MediaContentType0: 'image/jpeg', MediaUrl0: 'https://api.twilio.example/media/1' };
  const fields = { From: from, To: CLINIC_NUMBER, Body: body, MessageSid: sid, ...picture };
  const headers = { 'x-twilio-signature': twilioSignature(world.sandbox.twilio.authToken, url, fields) };
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(fields), headers });
  return /<Message>([^]*)<\/Message>/.exec(await answer.text())?.[1] ?? '';
}
async function reminded(here: Session, over: Parameters<typeof remindNow>[1] = {}) {
  const appointment = await remindNow(here, over);
  await once(here.owner, appointment.appointmentId, 'sms', 'sent', 'delivered');
  return appointment;
}
async function toRead(here: Session, phone: string): Promise<string[]> {
  const { body } = await here.owner.get('/messages?attention=true&status=received&limit=200').expect(200);
  const found: string[] = [];
  for (const { id } of (body as { data: { id: string }[] }).data) {
    const message = (await here.owner.get(`/messages/${id}`).expect(200)).body as { to: string; text: string };
    if (message.to === phone) found.push(message.text);
  }
  return found;
}
const CAME = /\(A picture or another file came[^]+\/ Une image ou un autre fichier/;

describe('a picture that comes by text', () => {
  it('without words is before a person, in words, and its sender is told each time that it is not seen', async () => {
    const { phone } = await reminded(clinic);
    for (let time = 1; time <= 2; time++) {
      expect(await bring(phone, '')).toMatch(/^Érablière Physio: we cannot see pictures sent by text\. Please write .+, or call/);
      const read = await toRead(clinic, phone);
      expect(read).toHaveLength(time);
      for (const words of read) expect(words).toMatch(CAME);
    }
  });

  it('with a yes lets that count, and a person reads that there was one', async () => {
    const { phone, appointmentId } = await reminded(clinic);
    expect(await bring(phone, 'C')).toMatch(/is confirmed\.\nPictures sent by text are not seen here/);
    expect((await clinic.owner.get(`/appointments/${appointmentId}`).expect(200)).body).toMatchObject({ status: 'confirmed' });
    expect(await toRead(clinic, phone)).toEqual([expect.stringMatching(new RegExp(`^C\\n${CAME.source}`))]);
  });

  it('with an opt-out is no reason to write', async () => {
    const { phone } = await reminded(clinic);
    expect(await bring(phone, 'arrêtez svp')).not.toMatch(/Pictures/);
    expect(await toRead(clinic, phone)).toEqual([expect.stringMatching(CAME)]);
    expect(await bring(phone, '')).toBe('');
    expect(await toRead(clinic, phone)).toHaveLength(2);
  });

  it('that may be meant for either of two clinics is told of in both, and its sender is told to write or to call', async () => {
    const { phone } = await reminded(clinic, { days: 10 });
    await reminded(other, { days: 12, patient: { phone, email: `mms-${phone.slice(1)}@example.com` } });
    expect(await bring(phone, '')).toMatch(/nobody has read it[^]+\n1\) .+\n2\) .+\nPictures sent by text are not seen here/);
    for (const here of [clinic, other])
      expect(await toRead(here, phone)).toEqual([expect.stringMatching(new RegExp(`^\\(Words not shown[^]+${CAME.source}`))]);
  });
});
