import request from 'supertest';
import { testApp } from '../../testing/app.js';
import { rawGet } from '../../testing/raw-get.js';
import { session } from '../../testing/session.js';

const HTML = 'text/html,application/xhtml+xml';
const get = async (path: string, accept = HTML) =>
  request((await testApp()).url)
    .get(path)
    .set('accept', accept);
const nonceOf = (text: string) => /nonce="([^"]+)"/.exec(text)?.[1];

describe('the web app', () => {
  it.each(['/', '/l/some-token', '/emails/some-token', '/invitation/some-token', '/anything/else'])(
    'is there at %s, under a policy that only its own nonce opens',
    async (path) => {
      const page = await get(path);
      expect(page.status).toBe(200);
      const policy = page.headers['content-security-policy'] ?? '';
      expect(policy).toContain(`script-src 'self' 'nonce-${nonceOf(page.text)}'`);
      expect(policy).not.toMatch(/unsafe|\*/);
      expect(page.headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      });
    },
  );

  it.each([
    ['/l/some-token', 'patient'],
    ['/%6c/some-token', 'patient'],
    ['/l/', 'patient'],
    ['/emails/some-token', 'patient'],
    ['/l', 'index'],
    ['/links/some-token', 'index'],
    ['/invitation/l/', 'index'],
    ['/', 'index'],
  ])('begins at %s with the script of the entry %s, and with no other', async (path, entry) => {
    const { text } = await get(path);
    const scripts = [...text.matchAll(/src="\/assets\/(\w+)-[^"]+\.js"/g)].map(([, name]) => name);
    expect(scripts).toEqual([entry]);
    // What a page may tell of whoever asks is for the staff's pages.
    expect(text.includes('keel-session')).toBe(entry === 'index');
    expect(text).not.toMatch(/__KEEL_/);
  });

  it.each([
    ['on', 'max-age=31536000; includeSubDomains'],
    ['off', 'max-age=31536000'],
  ])('asks browsers for https for a year, with the names below its own %s', async (HSTS_SUBDOMAINS, header) => {
    const { url } = await testApp({ PUBLIC_URL: 'https://clinic.example', HSTS_SUBDOMAINS });
    for (const path of ['/', '/api/v1/nothing', '/health/live']) {
      expect((await request(url).get(path)).headers['strict-transport-security']).toBe(header);
    }
    expect((await get('/')).headers).not.toHaveProperty('strict-transport-security');
  });

  it('never gives two answers the same nonce', async () => {
    const [first, second] = [await get('/'), await get('/')];
    expect(nonceOf(first.text)).toBeTruthy();
    expect(nonceOf(first.text)).not.toBe(nonceOf(second.text));
  });

  it('serves its scripts for good, and nothing outside its folder', async () => {
    const page = await get('/');
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(page.text)?.[1] ?? '';
    const served = await get(script, '*/*');
    expect(served.status).toBe(200);
    expect(served.headers['cache-control']).toContain('immutable');
    // Supertest asks for gzip by itself, and the file was packed when the app was built.
    expect(served.headers['content-encoding']).toBe('gzip');
    for (const path of ['/assets/../index.html', '/assets/..%2f..%2fpackage.json', '/assets/nothing.js']) {
      expect([403, 404]).toContain((await get(path, '*/*')).status);
    }
  });

  it.each(['/api/v1/nothing', '/api/nothing', '/health/nothing', '/assets/nothing'])(
    'leaves %s to the API, which says that it is unknown',
    async (path) => {
      const answer = await get(path);
      expect(answer.status).toBe(404);
      expect(answer.body).toMatchObject({ code: 'NO_SUCH_ROUTE' });
      expect(answer.headers['content-type']).toContain('application/problem+json');
    },
  );

  it('says the same of an address that is spelled otherwise', async () => {
    const { url } = await testApp();
    for (const path of ['/%61pi/v1/nothing', 'http://x/api/v1/nothing', '/heal%74h/nothing']) {
      const answer = await rawGet(url, path, { accept: HTML });
      expect([path, answer.status, answer.headers['cache-control']]).toEqual([path, 404, 'no-store']);
    }
  });

  it('is there for the preview of a link, which asks for anything', async () => {
    const page = await get('/l/some-token', '*/*');
    expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  });

  it('is no answer to a program that asks for something else', async () => {
    expect((await get('/nothing', 'application/json')).status).toBe(404);
  });
});

describe('whatever is not a page', () => {
  it.each(['/api/v1/session', '/api/v1/nothing', '/health/live', '/assets/nothing.js', '/api/v1/openapi.json'])(
    '%s loads and runs nothing, and stands in nobody’s frame, should a browser open it',
    async (path) => {
      const { headers } = await get(path);
      expect(headers['content-security-policy']).toBe("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
      expect(headers['x-content-type-options']).toBe('nosniff');
    },
  );

  it('is no echo of what was sent', async () => {
    expect((await request((await testApp()).url).trace('/api/v1/session')).status).toBe(404);
  });
});

describe('answers of the API', () => {
  it('are kept by no cache', async () => {
    expect((await get('/api/v1/session', 'application/json')).headers['cache-control']).toBe('no-store');
  });
});

it.each(['/api/v1/patients', '/%61pi/v1/patients', 'http://x/api/v1/patients'])(
  'an answer about patients is kept nowhere, asked for as %s',
  async (path) => {
    const { app, agent } = await session('owner');
    const answer = await rawGet(app.url, path, { cookie: agent.cookie ?? '' });
    expect([answer.status, answer.headers['cache-control']]).toEqual([200, 'no-store']);
  },
);
