import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Sandbox, startSandbox } from '@keel/sandbox';
import { Config, OutboundHttp } from '../../platform/index.js';
import { EmailChannel } from './email.channel.js';
import { SmsChannel } from './sms.channel.js';

const FROM = '+16135550100';
const TO = '+16135550199';
const content = { to: 'ada@example.com', subject: 'Été à 9 h', text: 'Bonjour\nhttps://x.test/l/1', html: '<p>Bonjour</p>' };
let sandbox: Sandbox;
let email: EmailChannel;
let sms: SmsChannel;

const configOf = (env: Record<string, string> = {}) =>
  new Config({
    DATABASE_URL: 'postgres://x@localhost/x',
    QUEUE_DATABASE_URL: 'postgres://x@localhost/x',
    KEEL_MASTER_KEY: Buffer.alloc(32, 1).toString('base64'),
    KEEL_SESSION_SECRET: 'x'.repeat(32),
    SMTP_URL: sandbox.smtpUrl,
    MAIL_FROM: 'Clinic <clinic@example.com>',
    TWILIO_ACCOUNT_SID: sandbox.twilio.accountSid,
    TWILIO_AUTH_TOKEN: sandbox.twilio.authToken,
    TWILIO_FROM: FROM,
    TWILIO_API_URL: sandbox.httpUrl,
    MESSAGE_PROVIDER_TIMEOUT_MS: '1500',
    ...env,
  });

beforeEach(async () => {
  sandbox = await startSandbox({ dataDir: mkdtempSync(join(tmpdir(), 'keel-channels-')), stepMs: 10 });
  const config = configOf();
  email = new EmailChannel(config);
  sms = new SmsChannel(config, new OutboundHttp([]));
});
afterEach(() => sandbox.stop());

const holds = () => Promise.resolve(true);
const callback = () => `${sandbox.httpUrl}/nowhere`;

describe('e-mail over SMTP', () => {
  it('arrives with text, HTML and the id of its message', async () => {
    expect(await email.send('m-1', content, holds)).toEqual({ outcome: 'accepted', providerId: '<m-1@localhost>' });
    expect(sandbox.control.mails('ada@example.com')).toEqual([
      expect.objectContaining({ subject: 'Été à 9 h', html: '<p>Bonjour</p>', messageId: '<m-1@localhost>' }),
    ]);
  });

  it('cannot be led to write to somebody else by what stands in an address', async () => {
    await email.send('m-1', { ...content, to: 'ada@example.com\r\nBcc: eve@example.com' }, holds);
    await email.send('m-2', { ...content, subject: 'Hello\r\nBcc: eve@example.com' }, holds);
    await email.send('m-3', { ...content, to: 'ada@example.com, eve@example.com' }, holds);
    expect(sandbox.control.mails().filter(({ recipients }) => recipients.includes('eve@example.com'))).toEqual([]);
    expect(sandbox.control.mails('ada@example.com').map(({ subject }) => subject)).toContainEqual(expect.stringMatching(/^Hello/));
  });

  it.each([
    ['Érablière Physio', 'Érablière Physio'],
    ['Smith, Jones "and" Sons; MD', String.raw`Smith, Jones \"and\" Sons; MD`],
    ['Maple\r\nBcc: eve@example.com\r\n\r\nHello', 'Maple Bcc eve example com Hello'],
    ['Bank <security@bank.example>', 'Bank security bank example'],
    ['L'.repeat(200), 'L'.repeat(60)],
  ])('is from the clinic %j by name, and from the installation by address', async (name, shown) => {
    await email.send('m-1', { ...content, sender: { name, replyTo: 'desk@maple.example' } }, holds);
    const [mail] = sandbox.control.mails('ada@example.com');
    expect(mail?.from).toBe(`"${shown}" <clinic@example.com>`);
    expect(mail?.replyTo).toBe('desk@maple.example');
    expect(mail).toMatchObject({ recipients: ['ada@example.com'], text: expect.stringMatching(/^Bonjour/) });
  });

  it('is from the installation alone where nobody else speaks, or whoever does has no name', async () => {
    await email.send('m-1', content, holds);
    await email.send('m-2', { ...content, sender: { name: '\r\n:', replyTo: null } }, holds);
    expect(sandbox.control.mails().map(({ from, replyTo }) => [from, replyTo])).toEqual([
      ['"Clinic" <clinic@example.com>', null],
      ['"Clinic" <clinic@example.com>', null],
    ]);
  });

  it('is not said where the last look, once the server waits for the text, finds that it does not hold', async () => {
    expect(await email.send('m-1', content, () => Promise.resolve(false))).toEqual({ outcome: 'retry', code: 'facts_changed' });
    // A look that fails is no yes: nothing has left, and it is tried again.
    expect(await email.send('m-2', content, () => Promise.reject(new Error('no database')))).toMatchObject({ outcome: 'retry' });
    expect(sandbox.control.mails()).toEqual([]);
  });

  it('knows a refusal, a busy server and a dead one from silence after the text was read', async () => {
    sandbox.faults.add({ channel: 'email', fault: 'fail', code: 550, times: 1 });
    expect(await email.send('m-1', content, holds)).toEqual({ outcome: 'refused', code: 'smtp_550' });
    sandbox.faults.add({ channel: 'email', fault: 'fail', code: 451, times: 1 });
    expect(await email.send('m-1', content, holds)).toEqual({ outcome: 'retry', code: 'smtp_451' });
    sandbox.faults.add({ channel: 'email', fault: 'answer_late', ms: 6000, times: 1 });
    expect(await email.send('m-1', content, holds)).toEqual({ outcome: 'ambiguous', code: 'ETIMEDOUT' });
    sandbox.faults.add({ channel: 'email', fault: 'cut_before', times: 1 });
    expect(await email.send('m-1', content, holds)).toMatchObject({ outcome: 'ambiguous' });
    await sandbox.stop();
    expect(await email.send('m-1', content, holds)).toMatchObject({ outcome: 'retry' });
    sandbox = await startSandbox({ dataDir: mkdtempSync(join(tmpdir(), 'keel-channels-')) });
  });
});

describe("SMS by Twilio's API", () => {
  it('is taken, and found again by its text', async () => {
    const since = new Date();
    const outcome = await sms.send(TO, 'see /l/abc', callback());
    expect(outcome).toEqual({ outcome: 'accepted', providerId: expect.stringMatching(/^SM/) });
    await sms.send(TO, 'see /l/xyz', callback());
    const found = await sms.find(TO, 'see /l/abc', since);
    expect({ outcome: 'accepted', providerId: found?.sid }).toEqual(outcome);
    expect(await sms.find(TO, 'see /l/none', since)).toBeUndefined();
    expect(await sms.find(TO, 'see /l/abc', new Date(Date.now() + 3_600_000))).toBeUndefined();
  });

  it('follows nobody who sends it elsewhere: number, text and token stay with the address that was set', async () => {
    const asked: string[] = [];
    const server = createServer((call, answer) => {
      asked.push(call.url ?? '');
      answer.writeHead(307, { location: '/elsewhere' }).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const elsewhere = new SmsChannel(configOf({ TWILIO_API_URL: `http://127.0.0.1:${port}` }), new OutboundHttp([]));
    expect(await elsewhere.send(TO, 'x', callback())).toMatchObject({ outcome: expect.stringMatching(/^(retry|ambiguous|refused)$/) });
    server.close();
    expect(asked).toEqual([expect.stringContaining('/Messages')]);
  });

  it('never takes for its own what the patient wrote', async () => {
    await sandbox.carrier.receive(FROM, TO, 'see /l/abc');
    expect(await sms.find(TO, 'see /l/abc', new Date())).toBeUndefined();
  });

  it('knows refusals and opt-outs from calls that nobody answered', async () => {
    expect(await sms.send('+15005550001', 'x', callback())).toEqual({ outcome: 'refused', code: 'twilio_21211' });
    expect(await sms.send('+15005550004', 'x', callback())).toEqual({ outcome: 'refused', code: 'twilio_21610', optedOut: true });
    sandbox.faults.add({ channel: 'sms', fault: 'fail', code: 20429, times: 1 });
    expect(await sms.send(TO, 'x', callback())).toEqual({ outcome: 'retry', code: 'twilio_20429' });
    sandbox.faults.add({ channel: 'sms', fault: 'fail', code: 503, times: 1 });
    expect(await sms.send(TO, 'x', callback())).toEqual({ outcome: 'ambiguous', code: 'http_503' });
    sandbox.faults.add({ channel: 'sms', fault: 'cut_after', times: 1 });
    expect(await sms.send(TO, 'x', callback())).toMatchObject({ outcome: 'ambiguous' });
    sandbox.faults.add({ channel: 'sms', fault: 'answer_late', ms: 6000, times: 1 });
    expect(await sms.send(TO, 'late', callback())).toMatchObject({ outcome: 'ambiguous' });
    expect(await sms.find(TO, 'late', new Date())).toBeDefined();
  });
});
