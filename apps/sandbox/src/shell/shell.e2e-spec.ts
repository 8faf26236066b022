import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sendJson, text, type Routes } from './http.ts';
import type { JournalOf } from './journal.ts';
import { Shell } from './shell.ts';
import type { StandIn, Tools } from './stand-in.ts';
import { inBrowser, itInBrowser } from './testing/browser.ts';

const SECTION = `
import { node } from '../../shell/page/dom.js';
import { ask } from '../../shell/page/view.js';
const rings = node('ul');
export const section = {
  title: 'Doorbell',
  channels: { door: 'The door' },
  kinds: { stuck: 'the button is stuck' },
  root: node('section', {}, node('button', { onclick: () => ask('POST', '/control/bell', { who: 'the page' }) }, 'Ring'), rings),
  draw: (view) => rings.replaceChildren(...view.rings.map((who) => node('li', {}, who))),
};
`;

/** A doorbell is the smallest stand-in there can be: it keeps who rang, unless its button is stuck. */
class Bell implements StandIn {
  readonly name: string = 'bell';
  readonly faults = { door: ['stuck', 'slow'] };
  readonly page: URL;
  readonly rings: string[] = [];
  /** Started and stopped, in the order of it. */
  readonly life: string[] = [];
  readonly entries: StandIn['entries'] = { ring: ({ who }: { who: string }) => void this.rings.push(who) };
  readonly wire: StandIn['wire'];
  readonly control: Routes;
  readonly view: StandIn['view'] = { rings: () => this.rings };

  constructor({ journal, faults, callbacks }: Tools, folder: string) {
    const page = join(folder, 'page');
    mkdirSync(page, { recursive: true });
    writeFileSync(join(page, 'section.js'), SECTION);
    writeFileSync(join(page, 'section.css'), '#bell li { color: rgb(1, 2, 3); }');
    this.page = pathToFileURL(`${page}/`);
    const kept: JournalOf<{ kind: 'ring'; who: string }> = journal;
    const ring = (who: string) => {
      if (faults.take('door', 'stuck', who)) return false;
      kept.write({ kind: 'ring', who });
      return true;
    };
    this.wire = { '/bell/v1/': (call) => sendJson(call, ring(call.body) ? 201 : 503, {}) };
    this.control = {
      'POST /control/bell': (call) => sendJson(call, ring(text(call.fields['who'])) ? 201 : 503, {}),
      'POST /control/bell/*/answer': async (call) => {
        const what = call.url.pathname.split('/')[3] ?? '';
        const { callback } = await callbacks.post(text(call.fields['url']), { what, fields: { what }, body: what, headers: {} });
        sendJson(call, 200, callback);
      },
    };
  }

  clear(): void {
    this.rings.length = 0;
  }

  start(): void {
    this.life.push(`started after ${this.rings.length} rings`);
  }

  stop(): void {
    this.life.push('stopped');
  }
}

let folder: string;
let shell: Shell;
let bell: Bell;
let url: string;

async function startAgain(): Promise<void> {
  shell = new Shell({ dataDir: folder, host: '127.0.0.1', httpPort: 0, reachedAt: null });
  bell = new Bell(shell, folder);
  url = `http://127.0.0.1:${await shell.start([bell])}`;
}
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'keel-shell-'));
  await startAgain();
});
afterEach(() => shell.stop());

const post = (path: string, body: object) =>
  fetch(url + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
const ring = (who: string) => fetch(`${url}/bell/v1/ring`, { method: 'POST', body: who });
const view = async () => (await fetch(`${url}/view`)).json();

describe('a stand-in in the shell', () => {
  it('speaks its own protocol, answers its part of the control API, and posts to the application', async () => {
    expect((await ring('Ada')).status).toBe(201);
    expect((await post('/control/bell', { who: 'Bob' })).status).toBe(201);
    expect(await view()).toEqual({ rings: ['Ada', 'Bob'], faults: [], log: [] });
    const posted = await (await post('/control/bell/come-in/answer', { url: `${url}/bell/v1/echo` })).json();
    expect(posted).toMatchObject({ what: 'come-in', result: 201 });
    expect(await (await fetch(`${url}/control/log`)).json()).toEqual([posted]);
    expect((await post('/control/bell/come-in', {})).status).toBe(404);
    expect((await fetch(`${url}/control/bell`)).status).toBe(404);
  });

  it('takes the faults it knows over HTTP, and answers what it does not know with the reason', async () => {
    expect((await post('/control/faults', { channel: 'door', fault: 'stuck', to: 'Ada', times: 1 })).status).toBe(201);
    expect([(await ring('Bob')).status, (await ring('Ada')).status, (await ring('Ada')).status]).toEqual([201, 503, 201]);
    const refusals = [
      [{ channel: 'window', fault: 'stuck' }, 'channel must be one of door'],
      [{ channel: 'door', fault: 'explode' }, 'fault must be one of stuck, slow'],
      [{ channel: 'door', fault: 'slow', ms: -1 }, 'ms must be a whole number, zero or more'],
      [{ channel: 'constructor', fault: 'name' }, 'channel must be one of door'],
    ] as const;
    for (const [order, error] of refusals) {
      const answer = await post('/control/faults', order);
      expect([answer.status, await answer.json()]).toEqual([400, { error }]);
    }
  });

  it('has its entries again after a restart, those of others and a line cut by a kill passed over', async () => {
    await ring('lost');
    await fetch(`${url}/messages`, { method: 'DELETE' });
    await ring('Ada');
    await shell.stop();
    appendFileSync(join(folder, 'messages.jsonl'), '{"kind":"of a stand-in that is gone"}\n{"kind":"ring","wh');
    await startAgain();
    expect(bell.rings).toEqual(['Ada']);
    expect(bell.life).toEqual(['started after 1 rings']);
    await ring('Bob');
    expect(readFileSync(join(folder, 'messages.jsonl'), 'utf8').trim().split('\n')).toHaveLength(5);
  });

  itInBrowser('shows its section, acts from it, and is ordered faults from the page', async () => {
    await ring('Ada');
    const complaints = await inBrowser(url, async (page) => {
      await page.click('text=Doorbell');
      await page.click('text=Ring');
      await page.waitForSelector('#bell li:has-text("the page")');
      expect(await page.locator('#bell li').allTextContents()).toEqual(['Ada', 'the page']);
      expect(await page.evaluate(`getComputedStyle(document.querySelector('#bell li')).color`)).toBe('rgb(1, 2, 3)');
      await page.click('#show-faults');
      expect(await page.isVisible('#bell')).toBe(false);
      expect(await page.locator('[name=channel] option').allTextContents()).toEqual(['The door']);
      await page.selectOption('[name=fault]', { label: 'the button is stuck' });
      await page.fill('[name=times]', '3');
      await page.click('text=Make it so');
      await page.waitForSelector('#fault-list li:has-text("door: the button is stuck")');
      expect(shell.faults.list()).toMatchObject([{ channel: 'door', fault: 'stuck', times: 3 }]);
      // What the form itself would not let through is answered by the sandbox, and shown.
      await page.evaluate(`document.querySelector('#fault-form').noValidate = true`);
      await page.fill('[name=ms]', '-1');
      await page.click('text=Make it so');
      await page.waitForSelector('#fault-answer:has-text("ms must be a whole number")');
    });
    // The browser itself says that an answer was a 400; nothing else is wrong.
    expect(complaints).toEqual([expect.stringContaining('400')]);
  });
});

describe('the shell', () => {
  const second = (tools: Tools, over: Partial<StandIn>): StandIn =>
    Object.assign(new Bell(tools, folder), { name: 'gong', faults: {}, entries: {}, wire: {}, control: {}, view: {} }, over);

  it.each<[string, Partial<StandIn>]>([
    ['name "bell"', { name: 'bell' }],
    ['name "shell"', { name: 'shell' }],
    ['channel "door"', { faults: { door: [] } }],
    ['kind of entry "ring"', { entries: { ring: () => {} } }],
    ['kind of entry "clear"', { entries: { clear: () => {} } }],
    ['path "/bell/v1/"', { wire: { '/bell/v1/': () => {} } }],
    ['route "POST /control/faults"', { control: { 'POST /control/faults': () => {} } }],
    ['member of the view "log"', { view: { log: () => [] } }],
  ])('does not start where the %s belongs to another', async (what, over) => {
    const other = new Shell({ dataDir: mkdtempSync(join(tmpdir(), 'keel-shell-')), host: '127.0.0.1', httpPort: 0, reachedAt: null });
    await expect(other.start([new Bell(other, folder), second(other, over)])).rejects.toThrow(`claim the ${what}`);
  });

  it('stops what it started where its port is taken', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const httpPort = (taken.address() as { port: number }).port;
    const other = new Shell({ dataDir: folder, host: '127.0.0.1', httpPort, reachedAt: null });
    const started = new Bell(other, folder);
    await expect(other.start([started])).rejects.toMatchObject({ code: 'EADDRINUSE' });
    expect(started.life).toEqual(['started after 0 rings', 'stopped']);
    expect(() => other.journal.write({ kind: 'ring' })).toThrow('has stopped');
    taken.close();
  });

  it('serves the files of its page and of its sections, and no other file of the disk', async () => {
    expect((await fetch(`${url}/bell/page/section.js`)).headers.get('content-type')).toContain('javascript');
    for (const path of ['/bell/page/../../messages.jsonl', '/bell/page/%2e%2e/messages.jsonl', '/shell/shell.ts', '/bell/page/']) {
      expect((await fetch(url + path)).status).toBe(404);
    }
  });
});
