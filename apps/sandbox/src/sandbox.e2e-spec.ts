import { appendFileSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { startSandbox, twilioSignature, type Sandbox } from './sandbox.ts';
import { inBrowser, itInBrowser } from './shell/testing/browser.ts';

const CLINIC = '+16135550100';
const PHONE = '+16135550199';
let dataDir: string;
let sandbox: Sandbox;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'keel-sandbox-'));
  sandbox = await startSandbox({ dataDir, stepMs: 10 });
});
afterEach(() => sandbox.stop());

const messages = (path = '.json') => `${sandbox.httpUrl}/2010-04-01/Accounts/${sandbox.twilio.accountSid}/Messages${path}`;
const authorization = (token = sandbox.twilio.authToken) =>
  `Basic ${Buffer.from(`${sandbox.twilio.accountSid}:${token}`).toString('base64')}`;

interface Answer {
  sid: string;
  code?: number;
  messages: { body: string }[];
  next_page_uri: string | null;
}

async function call(path?: string, init: RequestInit = {}) {
  const response = await fetch(messages(path), { ...init, headers: { authorization: authorization(), ...init.headers } });
  return { status: response.status, body: (await response.json()) as Answer };
}
const send = (fields: Record<string, string> = {}) =>
  call('.json', { method: 'POST', body: new URLSearchParams({ From: CLINIC, To: PHONE, Body: 'Hello', ...fields }) });

const mail = (over: object = {}, timeout = 2000) =>
  createTransport({ url: sandbox.smtpUrl, socketTimeout: timeout }).sendMail({
    from: 'Clinic <clinic@example.com>',
    to: 'ada@example.com',
    subject: 'Été',
    text: 'Bonjour',
    html: '<p>Bonjour</p>',
    ...over,
  });

async function until<T>(read: () => T | undefined | false): Promise<T> {
  for (let i = 0; i < 300; i++) {
    const value = read();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('it did not happen');
}

/** A program that Twilio would call back. */
async function listener(answer = '') {
  const posts: { url: string; signature: string; fields: Record<string, string> }[] = [];
  const server: Server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    posts.push({
      url: request.url ?? '',
      signature: String(request.headers['x-twilio-signature']),
      fields: Object.fromEntries(new URLSearchParams(body)),
    });
    response.end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { posts, url, close: () => server.close() };
}

describe('the SMS side', () => {
  it('keeps a message, answers like Twilio, and lets it be read again', async () => {
    const { status, body } = await send();
    expect(status).toBe(201);
    expect(body).toMatchObject({ status: 'queued', to: PHONE, from: CLINIC, body: 'Hello', direction: 'outbound-api', num_segments: '1' });
    expect(body.sid).toMatch(/^SM[0-9a-f]{32}$/);
    expect((await call(`/${body.sid}.json`)).body.sid).toBe(body.sid);
  });

  it("refuses strangers, bad numbers, empty bodies and unknown messages with Twilio's codes", async () => {
    expect(await call('.json', { headers: { authorization: authorization('wrong') } })).toMatchObject({
      status: 401,
      body: { code: 20003 },
    });
    expect(await send({ To: '12' })).toMatchObject({ status: 400, body: { code: 21211 } });
    expect(await send({ Body: '' })).toMatchObject({ status: 400, body: { code: 21602 } });
    expect(await call('/SM00.json')).toMatchObject({ status: 404, body: { code: 20404 } });
    expect(sandbox.control.sms()).toEqual([]);
  });

  it('lists by To and DateSent, newest first, page by page', async () => {
    for (const Body of ['one', 'two', 'three']) await send({ Body });
    await send({ To: '+16135550777', Body: 'somebody else' });
    await until(() => sandbox.control.sms().every(({ status }) => status === 'delivered'));
    const first = (await call(`.json?To=${encodeURIComponent(PHONE)}&PageSize=2`)).body;
    expect(first.messages.map(({ body }) => body)).toEqual(['three', 'two']);
    const second = (await (
      await fetch(sandbox.httpUrl + first.next_page_uri, { headers: { authorization: authorization() } })
    ).json()) as Answer;
    expect(second.messages.map(({ body }) => body)).toEqual(['one']);
    expect(second.next_page_uri).toBeNull();
    expect((await call('.json?DateSent%3E=2020-01-01')).body.messages).toHaveLength(4);
    expect((await call('.json?DateSent%3C=2020-01-01')).body.messages).toHaveLength(0);
  });

  it('posts queued, sent and delivered, each signed', async () => {
    const app = await listener();
    await send({ StatusCallback: `${app.url}/status?x=1` });
    await until(() => app.posts.length === 3);
    expect(app.posts.map(({ fields }) => fields['MessageStatus'])).toEqual(['queued', 'sent', 'delivered']);
    for (const { signature, fields } of app.posts) {
      expect(signature).toBe(twilioSignature(sandbox.twilio.authToken, `${app.url}/status?x=1`, fields));
    }
    app.close();
  });

  it('reaches an application behind another name, and signs for the public one', async () => {
    const app = await listener();
    await sandbox.stop();
    sandbox = await startSandbox({ dataDir, stepMs: 10, reachedAt: app.url });
    await send({ StatusCallback: 'http://clinic.invalid/status?x=1' });
    const [post] = await until(() => app.posts.length > 0 && app.posts);
    expect(post?.url).toBe('/status?x=1');
    expect(post?.signature).toBe(twilioSignature(sandbox.twilio.authToken, 'http://clinic.invalid/status?x=1', post?.fields ?? {}));
    app.close();
  });

  it("signs as the example of Twilio's documentation", () => {
    const fields = { CallSid: 'CA1234567890ABCDE', Caller: '+14158675309', Digits: '1234', From: '+14158675309', To: '+18005551212' };
    expect(twilioSignature('12345', 'https://mycompany.com/myapp.php?foo=1&bar=2', fields)).toBe('RSOYDt4T1cUTdK1PDd93/VVr8B8=');
  });

  it('takes STOP from a phone, posts it, and then refuses to send until START', async () => {
    const app = await listener('<Response><Message>Bye &amp; thanks</Message></Response>');
    sandbox.carrier.inboundUrl = `${app.url}/inbound`;
    await fetch(`${sandbox.httpUrl}/phone`, { method: 'POST', body: new URLSearchParams({ from: PHONE, to: CLINIC, body: ' stop ' }) });
    expect(app.posts[0]?.fields).toMatchObject({ From: PHONE, To: CLINIC, Body: ' stop ', SmsStatus: 'received' });
    expect(await send()).toMatchObject({ status: 400, body: { code: 21610 } });
    expect(sandbox.control.sms(PHONE)).toEqual([]);
    await sandbox.carrier.receive(PHONE, CLINIC, 'START');
    expect(sandbox.control.sms(PHONE).map(({ body }) => body)).toEqual(['Bye & thanks']);
    expect((await send()).status).toBe(201);
    app.close();
  });
});

describe('the mail side', () => {
  it('keeps text and HTML, for the recipients of the envelope', async () => {
    await mail({ bcc: 'hidden@example.com' });
    const [kept] = sandbox.control.mails('ada@example.com');
    expect(kept).toMatchObject({
      subject: 'Été',
      text: 'Bonjour',
      html: '<p>Bonjour</p>',
      recipients: ['ada@example.com', 'hidden@example.com'],
    });
    const page = await fetch(`${sandbox.httpUrl}/mails/${kept?.id}/html`);
    expect(page.headers.get('content-security-policy')).toMatch(/^sandbox .*default-src 'none'/);
  });
});

describe('troubles', () => {
  it('strike as often as ordered, and only whom they are meant for', async () => {
    sandbox.faults.add({ channel: 'sms', fault: 'fail', code: 503, times: 1, to: PHONE });
    expect((await send({ To: '+16135550777' })).status).toBe(201);
    expect(
      (
        await fetch(messages(), {
          method: 'POST',
          headers: { authorization: authorization() },
          body: new URLSearchParams({ From: CLINIC, To: PHONE, Body: 'x' }),
        })
      ).status,
    ).toBe(503);
    expect((await send()).status).toBe(201);
  });

  it('cut the line before or after a message was kept', async () => {
    sandbox.faults.add({ channel: 'sms', fault: 'cut_before', times: 1 });
    await expect(send({ Body: 'lost' })).rejects.toThrow();
    sandbox.faults.add({ channel: 'sms', fault: 'cut_after', times: 1 });
    await expect(send({ Body: 'kept' })).rejects.toThrow();
    expect(sandbox.control.sms().map(({ body }) => body)).toEqual(['kept']);
    sandbox.faults.add({ channel: 'email', fault: 'cut_after', times: 1 });
    await expect(mail()).rejects.toThrow();
    expect(sandbox.control.mails()).toHaveLength(1);
  });

  it('answer after the caller gave up, and keep the message all the same', async () => {
    sandbox.faults.add({ channel: 'email', fault: 'answer_late', ms: 5_000, times: 1 });
    await expect(mail({}, 300)).rejects.toThrow(/timeout/i);
    await until(() => sandbox.control.mails().length === 1);
    sandbox.faults.add({ channel: 'sms', fault: 'answer_late', ms: 5_000, times: 1 });
    await expect(
      call('.json', {
        method: 'POST',
        signal: AbortSignal.timeout(100),
        body: new URLSearchParams({ From: CLINIC, To: PHONE, Body: 'x' }),
      }),
    ).rejects.toThrow();
    expect(sandbox.control.sms()).toHaveLength(1);
  });

  it('refuse a mail for good or for now, deliver late, and lose an SMS on the way', async () => {
    sandbox.faults.add({ channel: 'email', fault: 'fail', code: 550, times: 1 });
    await expect(mail()).rejects.toMatchObject({ responseCode: 550 });
    sandbox.faults.add({ channel: 'email', fault: 'deliver_late', ms: 150, times: 1 });
    await mail();
    expect(sandbox.control.mails()).toEqual([]);
    await until(() => sandbox.control.mails().length === 1);
    sandbox.faults.add({ channel: 'sms', fault: 'undeliverable', times: 1 });
    await send();
    expect(await until(() => sandbox.control.sms().find(({ status }) => status === 'undelivered'))).toMatchObject({ errorCode: 30003 });
  });

  it('are ordered over HTTP, and an order that makes no sense is answered with the reason', async () => {
    const order = (body: object) =>
      fetch(`${sandbox.httpUrl}/control/faults`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect((await order({ channel: 'sms', fault: 'slow', ms: '20', times: 1 })).status).toBe(201);
    expect(sandbox.faults.list()).toHaveLength(1);
    const wrong = await order({ channel: 'sms', fault: 'explode' });
    expect(wrong.status).toBe(400);
    expect(await wrong.json()).toEqual({ error: expect.stringContaining('slow, fail') });
    expect((await order({ channel: 'sms', fault: 'undeliverable' })).status).toBe(201);
    expect((await order({ channel: 'email', fault: 'undeliverable' })).status).toBe(400);
    const foreign = await fetch(`${sandbox.httpUrl}/control/faults`, { method: 'DELETE', headers: { 'sec-fetch-site': 'cross-site' } });
    expect(foreign.status).toBe(403);
  });
});

describe('a restart', () => {
  it('takes a message while it stops, sends it on after the next start, and touches nothing in between', async () => {
    const draft = { direction: 'outbound-api', from: CLINIC, to: PHONE, body: 'Hello', statusCallback: null } as const;
    const stopping = sandbox.stop();
    const { sid } = sandbox.carrier.accept(draft);
    await stopping;
    expect(() => sandbox.carrier.accept(draft)).toThrow('has stopped');
    // Longer than both steps of a delivery, which nothing may write down any more.
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(readFileSync(join(dataDir, 'messages.jsonl'), 'utf8').trim().split('\n')).toHaveLength(1);
    sandbox = await startSandbox({ dataDir, stepMs: 10 });
    await until(() => sandbox.control.sms().some((sms) => sms.sid === sid && sms.status === 'delivered'));
  });

  it('keeps messages and opt-outs, even where the last line was cut by a kill', async () => {
    await send();
    await mail();
    await sandbox.carrier.receive(PHONE, CLINIC, 'STOP');
    await sandbox.stop();
    appendFileSync(join(dataDir, 'messages.jsonl'), '{"kind":"mail","ma');
    sandbox = await startSandbox({ dataDir, stepMs: 10 });
    expect(sandbox.control.sms(PHONE)).toHaveLength(1);
    expect(sandbox.control.mails()).toHaveLength(1);
    expect(await send()).toMatchObject({ body: { code: 21610 } });
    await until(() => sandbox.control.sms(PHONE)[0]?.status === 'delivered');
  });

  it('reads what older sandboxes kept', async () => {
    await sandbox.stop();
    const at = '2026-11-01T12:00:00.000Z';
    const sms = { direction: 'outbound-api', from: CLINIC, to: PHONE, body: 'Hello', errorCode: null, createdAt: at, updatedAt: at };
    const mails = { recipients: ['ada@example.com'], from: 'clinic@example.com', text: 'Bonjour', html: null, messageId: null };
    const lines = [
      { kind: 'sms', sms: { ...sms, sid: 'SM0', status: 'queued', sentAt: null, statusCallback: null } },
      { kind: 'clear' },
      { kind: 'sms', sms: { ...sms, sid: 'SM1', status: 'queued', sentAt: null, statusCallback: null } },
      { kind: 'status', sid: 'SM1', status: 'sent', errorCode: null, at: '2026-11-01T12:00:01.000Z' },
      { kind: 'status', sid: 'SM1', status: 'undelivered', errorCode: 30003, at: '2026-11-01T12:00:02.000Z' },
      { kind: 'opt', number: PHONE, from: CLINIC, out: true },
      { kind: 'mail', mail: { ...mails, id: 'one', subject: 'Old', receivedAt: at, visibleAt: at } },
    ];
    writeFileSync(join(dataDir, 'messages.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    sandbox = await startSandbox({ dataDir, stepMs: 10 });
    expect(sandbox.control.sms()).toEqual([
      {
        ...sms,
        sid: 'SM1',
        status: 'undelivered',
        errorCode: 30003,
        sentAt: '2026-11-01T12:00:01.000Z',
        updatedAt: '2026-11-01T12:00:02.000Z',
        statusCallback: null,
      },
    ]);
    expect(sandbox.control.mails('ada@example.com')).toMatchObject([{ id: 'one', subject: 'Old' }]);
    expect(await send()).toMatchObject({ status: 400, body: { code: 21610 } });
  });
});

describe('the page', () => {
  itInBrowser('shows phone, mailbox and troubles, and answers from the phone', async () => {
    const app = await listener();
    sandbox.carrier.inboundUrl = `${app.url}/inbound`;
    await send({ Body: 'See https://clinic.example/l/abc.' });
    await mail();
    const complaints = await inBrowser(sandbox.httpUrl, async (page) => {
      expect(await page.title()).toBe('Sandbox · Keel');
      await page.waitForSelector('#thread a[href="https://clinic.example/l/abc"]');
      await page.fill('#reply-body', 'C');
      await page.press('#reply-body', 'Enter');
      await page.waitForSelector('#thread .mine:has-text("from the phone")');
      await page.click('text=Mailbox');
      await page.frameLocator('#mail-detail iframe').getByText('Bonjour').waitFor();
      await page.click('text=Plain text');
      await page.waitForSelector('#mail-detail pre:has-text("Bonjour")');
      await page.click('text=Troubles');
      await page.waitForSelector('#log li:has-text("received · 200")');
      const lost = page.locator('[name=fault] option[value=undeliverable]');
      expect(await lost.count()).toBe(1);
      await page.selectOption('[name=channel]', { label: 'E-mail' });
      expect(await lost.count()).toBe(0);
      await page.click('text=Make it so');
      await page.waitForSelector('#fault-list li:has-text("email: slow")');
      await page.click('text=End all troubles');
      await page.waitForSelector('text=No trouble is ordered');
    });
    expect(complaints).toEqual([]);
    expect(app.posts.map(({ fields }) => fields['Body'])).toEqual(['C']);
    app.close();
  });

  itInBrowser('speaks French to who asks for it', async () => {
    const complaints = await inBrowser(
      sandbox.httpUrl,
      async (page) => {
        await page.waitForSelector('text=Boîte de réception');
        expect(await page.locator('html').getAttribute('lang')).toBe('fr');
      },
      'fr-CA',
    );
    expect(complaints).toEqual([]);
  });
});
