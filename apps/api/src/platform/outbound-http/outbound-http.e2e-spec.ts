import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, createServer as createPlainServer, type Server as PlainServer } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { certificateFor } from '../../testing/certificate.js';
import { type OutboundCall, type OutboundEnd, OutboundHttp } from './outbound-http.js';
import { OutboundRefused, OutboundUnanswered, OutboundUnreached } from './outbound.errors.js';

interface House {
  port: number;
  /** Every request that came, as `method address`. */
  asked: string[];
  heard: IncomingMessage[];
}

const servers: (Server | PlainServer)[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function listen(server: Server | PlainServer, host = '127.0.0.1', port = 0): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(port, host, resolve));
  return (server.address() as AddressInfo).port;
}

async function house(answer: RequestListener = (_, reply) => reply.end('hello'), host?: string, at?: number): Promise<House> {
  const asked: string[] = [];
  const heard: IncomingMessage[] = [];
  const server = createServer((request, reply) => {
    asked.push(`${request.method} ${request.url}`);
    heard.push(request);
    answer(request, reply);
  });
  return { port: await listen(server, host, at), asked, heard };
}

const get = (url: string, more: Partial<OutboundCall> = {}): OutboundCall => ({ method: 'GET', url, totalMs: 3_000, ...more });
const own = (url: string, more: Partial<OutboundCall> = {}): OutboundCall => get(url, { own: url, ...more });
const loopback = (port: number) => `http://127.0.0.1:${port}/`;

/** What a resolver says, one answer after the other; the last for ever. */
function says(...answers: string[][]) {
  const asked: string[] = [];
  const resolve = (host: string) => {
    asked.push(host);
    const addresses = answers[Math.min(asked.length, answers.length) - 1] ?? [];
    return Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
  };
  return { asked, resolve };
}

const failure = (call: Promise<unknown>) =>
  call.then(
    () => 'answered',
    (error: unknown) => error,
  );

describe('a call to an inner address', () => {
  it('is made where a setting of the operator names it, and refused to everybody else before anything is sent', async () => {
    const { port, asked } = await house();
    const outbound = new OutboundHttp([]);
    const answer = await outbound.call(own(`${loopback(port)}path?q=1`));
    expect([answer.status, answer.body.toString()]).toEqual([200, 'hello']);
    // Not by the connection that the operator's call left open either.
    const error = await failure(outbound.call(get(loopback(port))));
    expect(error).toBeInstanceOf(OutboundRefused);
    expect(error).toMatchObject({ sent: 'no', code: 'ADDRESS_REFUSED' });
    // Another port of the operator's host is not what the setting names.
    expect(await failure(outbound.call(get(loopback(port), { own: loopback(port + 1) })))).toBeInstanceOf(OutboundRefused);
    expect(asked).toEqual(['GET /path?q=1']);
  });

  it.each([
    'http://127.0.0.1',
    'http://127.1',
    'http://2130706433',
    'http://0x7f000001',
    'http://0177.0.0.1',
    'http://localhost',
    'http://LOCALHOST',
    'http://[::1]',
    'http://[::ffff:127.0.0.1]',
    'http://[::ffff:7f00:1]',
    'http://[64:ff9b::7f00:1]',
    'http://0.0.0.0',
    'http://[::]',
  ])('is refused in any form: %s', async (origin) => {
    const { port, asked } = await house();
    expect(await failure(new OutboundHttp([]).call(get(`${origin}:${port}/`)))).toBeInstanceOf(OutboundRefused);
    expect(asked).toEqual([]);
  });

  it('is made where its host is allowed, with that port if one is said', async () => {
    const { port } = await house();
    for (const allowed of ['127.0.0.1', `127.0.0.1:${port}`]) {
      expect(await new OutboundHttp([allowed]).call(get(loopback(port)))).toMatchObject({ status: 200 });
    }
    for (const allowed of ['127.0.0.2', `127.0.0.1:${port + 1}`, 'localhost']) {
      expect(await failure(new OutboundHttp([allowed]).call(get(loopback(port))))).toBeInstanceOf(OutboundRefused);
    }
    const { resolve } = says(['127.0.0.1']);
    expect(await new OutboundHttp(['hooks.test'], undefined, resolve).call(get(`http://hooks.test:${port}/`))).toMatchObject({
      status: 200,
    });
  });

  it.each(['http://169.254.169.254/latest/meta-data', 'http://[fd00:ec2::254]/', 'http://100.100.100.200/', 'http://[::ffff:a9fe:a9fe]/'])(
    'that gives out a machine’s rights is refused whoever names it: %s',
    async (url) => {
      const { hostname } = new URL(url);
      const outbound = new OutboundHttp([hostname.replaceAll(/[[\]]/g, '')]);
      expect(await failure(outbound.call(own(url)))).toBeInstanceOf(OutboundRefused);
      expect(await failure(outbound.call(get(url)))).toBeInstanceOf(OutboundRefused);
    },
  );

  it.each(['file:///etc/passwd', 'ftp://example.com/', 'nothing', 'http://name:password@example.com/'])(
    'is refused at once: %s',
    async (url) => {
      expect(await failure(new OutboundHttp([]).call(own(url)))).toBeInstanceOf(OutboundRefused);
    },
  );
});

describe('a name', () => {
  it('is resolved once, and what was checked is what is connected to', async () => {
    const first = await house();
    const second = await house(undefined, '127.0.0.2', first.port);
    const { asked, resolve } = says(['127.0.0.1'], ['127.0.0.2']);
    await new OutboundHttp(['turns.test'], undefined, resolve).call(get(`http://turns.test:${first.port}/`));
    expect([asked, first.asked, second.asked]).toEqual([['turns.test'], ['GET /'], []]);
    expect(first.heard[0]?.headers.host).toBe(`turns.test:${first.port}`);
  });

  it('that turns from a public address to an inner one leads nowhere', async () => {
    const { port, asked } = await house();
    // Public, and nobody's since the 6bone was given back.
    const rebinding = says(['3ffe::1'], ['127.0.0.1']);
    const outbound = new OutboundHttp([], undefined, rebinding.resolve);
    expect(await failure(outbound.call(get(`http://rebinding.test:${port}/`, { connectMs: 300 })))).toBeInstanceOf(OutboundUnreached);
    expect(rebinding.asked).toEqual(['rebinding.test']);
    expect(await failure(outbound.call(get(`http://rebinding.test:${port}/`)))).toBeInstanceOf(OutboundRefused);
    expect(asked).toEqual([]);
  });

  it('with one inner address among others is refused as a whole, and so is one without any', async () => {
    const { port, asked } = await house();
    for (const addresses of [['8.8.8.8', '127.0.0.1'], ['127.0.0.1', '8.8.8.8'], ['::ffff:127.0.0.1'], ['169.254.169.254'], []]) {
      const { resolve } = says(addresses);
      const outbound = new OutboundHttp([], undefined, resolve);
      expect(await failure(outbound.call(get(`http://mixed.test:${port}/`)))).toBeInstanceOf(OutboundRefused);
    }
    expect(asked).toEqual([]);
  });
});

describe('TLS', () => {
  const trusted = getCACertificates('default');
  afterEach(() => setDefaultCACertificates(trusted));

  it('is checked against the name, not the address, before anything is sent', async () => {
    const certificate = await certificateFor('good.test');
    setDefaultCACertificates([...trusted, certificate.cert]);
    const asked: string[] = [];
    const server = createSecureServer(certificate, (request, reply) => {
      asked.push(request.headers.host ?? '');
      reply.end('hello');
    });
    const port = await listen(server);
    const { resolve } = says(['127.0.0.1']);
    const outbound = new OutboundHttp(['good.test', 'other.test', '127.0.0.1'], undefined, resolve);
    expect(await outbound.call(get(`https://good.test:${port}/`))).toMatchObject({ status: 200 });
    for (const host of ['other.test', '127.0.0.1']) {
      const error = await failure(outbound.call({ method: 'POST', url: `https://${host}:${port}/`, body: 'secret' }));
      expect(error).toBeInstanceOf(OutboundUnreached);
      expect(error).toMatchObject({ sent: 'no', code: 'ERR_TLS_CERT_ALTNAME_INVALID' });
    }
    setDefaultCACertificates(trusted);
    const stranger = new OutboundHttp(['good.test'], undefined, resolve);
    expect(await failure(stranger.call(get(`https://good.test:${port}/`)))).toMatchObject({
      sent: 'no',
      code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    });
    expect(asked).toEqual([`good.test:${port}`]);
  });
});

describe('a redirect', () => {
  const leadsTo =
    (location: string, status = 302): RequestListener =>
    (request, reply) =>
      request.url === '/' ? reply.writeHead(status, { location }).end() : reply.end('found');

  it('is an answer like any other unless following is asked for', async () => {
    const { port, asked } = await house(leadsTo('/there'));
    expect(await new OutboundHttp([]).call(own(loopback(port)))).toMatchObject({ status: 302 });
    const followed = await new OutboundHttp([]).call(own(loopback(port), { redirects: 1 }));
    expect(followed.body.toString()).toBe('found');
    expect(asked).toEqual(['GET /', 'GET /', 'GET /there']);
  });

  it('is checked at each hop, has an end, and takes no secret elsewhere', async () => {
    const inner = await house();
    const outer = await house(leadsTo(loopback(inner.port)));
    const call = own(loopback(outer.port), { redirects: 3, headers: { authorization: 'Bearer secret' } });
    expect(await failure(new OutboundHttp([]).call(call))).toBeInstanceOf(OutboundRefused);
    expect(inner.asked).toEqual([]);
    await new OutboundHttp([`127.0.0.1:${inner.port}`]).call(call);
    expect(outer.heard.map(({ headers }) => headers.authorization)).toEqual(['Bearer secret', 'Bearer secret']);
    expect(inner.heard.map(({ headers }) => headers.authorization)).toEqual([undefined]);
    const round = await house(leadsTo('/'));
    expect(await new OutboundHttp([]).call(own(loopback(round.port), { redirects: 2 }))).toMatchObject({ status: 302 });
    expect(round.asked).toHaveLength(3);
  });

  it('of what was sent is not followed: it would be sent twice', async () => {
    const { port, asked } = await house(leadsTo('/there', 307));
    const call = { ...own(loopback(port), { redirects: 3 }), method: 'POST', body: 'x' } as const;
    expect(await new OutboundHttp([]).call(call)).toMatchObject({ status: 307 });
    expect(asked).toEqual(['POST /']);
  });
});

describe('a call without an answer', () => {
  it('says that nothing was sent where the connection was never made', async () => {
    const closed = await listen(createPlainServer());
    await new Promise((resolve) => servers.pop()!.close(resolve));
    expect(await failure(new OutboundHttp([]).call(own(loopback(closed))))).toMatchObject({ sent: 'no', code: 'ECONNREFUSED' });
    const lost = Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' });
    const nowhere = new OutboundHttp([], undefined, () => Promise.reject(lost));
    expect(await failure(nowhere.call(get('http://nowhere.test/')))).toMatchObject({ sent: 'no', code: 'ENOTFOUND' });
    const hanging = new OutboundHttp([], undefined, () => new Promise(() => {}));
    expect(await failure(hanging.call(get('http://slow.test/', { connectMs: 100 })))).toMatchObject({
      sent: 'no',
      code: 'CONNECT_TIMEOUT',
    });
    // It takes the connection, and never shows a certificate.
    const mute = await listen(createPlainServer((socket) => socket.on('error', () => undefined)));
    const call = own(`https://127.0.0.1:${mute}/`, { connectMs: 200 });
    expect(await failure(new OutboundHttp([]).call(call))).toMatchObject({ sent: 'no', code: 'CONNECT_TIMEOUT' });
  });

  it('says that it may have been sent from then on', async () => {
    const silent = await house(() => undefined);
    const late = await failure(new OutboundHttp([]).call(own(loopback(silent.port), { totalMs: 200 })));
    expect(late).toBeInstanceOf(OutboundUnanswered);
    expect(late).toMatchObject({ sent: 'maybe', code: 'ANSWER_TIMEOUT' });
    const cut = await house((request) => request.socket.destroy());
    expect(await failure(new OutboundHttp([]).call(own(loopback(cut.port))))).toMatchObject({ sent: 'maybe', code: 'ECONNRESET' });
    const half = await house((request, reply) => {
      reply.writeHead(200, { 'content-length': '100' }).write('half');
      setTimeout(() => request.socket.destroy(), 50);
    });
    expect(await failure(new OutboundHttp([]).call(own(loopback(half.port))))).toMatchObject({ sent: 'maybe', code: 'ECONNRESET' });
    const dripping = await house((_, reply) => {
      const drip = setInterval(() => reply.write('.'), 20);
      reply.on('close', () => clearInterval(drip));
    });
    expect(await failure(new OutboundHttp([]).call(own(loopback(dripping.port), { totalMs: 300 })))).toMatchObject({
      code: 'ANSWER_TIMEOUT',
    });
  });

  it('ends where the answer is larger than was asked for', async () => {
    const { port } = await house((_, reply) => reply.end('x'.repeat(2_000)));
    expect(await failure(new OutboundHttp([]).call(own(loopback(port), { maxBytes: 1_999 })))).toMatchObject({
      sent: 'maybe',
      code: 'ANSWER_TOO_LARGE',
    });
    expect((await new OutboundHttp([]).call(own(loopback(port), { maxBytes: 2_000 }))).body).toHaveLength(2_000);
  });
});

describe('of each call', () => {
  it('host, status and duration are told, and nothing that may be about a patient', async () => {
    const ends: OutboundEnd[] = [];
    const { port } = await house((_, reply) => reply.writeHead(404).end('Ada Lovelace'));
    const outbound = new OutboundHttp([], (end) => ends.push(end));
    await outbound.call(own(`${loopback(port)}patients/ada?phone=6135550100`));
    await failure(outbound.call(get(`${loopback(port)}patients/ada`)));
    await failure(outbound.call(own('http://127.0.0.1:1/ada')));
    expect(ends.map(({ ms, ...end }) => [Number.isInteger(ms), end])).toEqual([
      [true, { host: '127.0.0.1', known: true, status: '404' }],
      [true, { host: '127.0.0.1', known: false, status: 'refused' }],
      [true, { host: '127.0.0.1', known: true, status: 'unreached' }],
    ]);
  });

  it('the other side hears who calls and keeps no cookie with us', async () => {
    const { port, heard } = await house((_, reply) => reply.setHeader('set-cookie', 'a=b').end());
    const outbound = new OutboundHttp([]);
    await outbound.call({
      method: 'POST',
      url: loopback(port),
      own: loopback(port),
      body: 'Ça',
      headers: { 'Content-Type': 'text/plain' },
    });
    await outbound.call(own(loopback(port)));
    expect(heard.map(({ headers }) => [headers['user-agent'], headers.cookie, headers['accept-encoding']])).toEqual([
      ['Keel', undefined, 'identity'],
      ['Keel', undefined, 'identity'],
    ]);
    expect(heard[0]?.headers).toMatchObject({ 'content-length': '3', 'content-type': 'text/plain' });
    for (const name of ['Host', 'Cookie', 'content-length', 'Transfer-Encoding']) {
      await expect(outbound.call(own(loopback(port), { headers: { [name]: 'x' } }))).rejects.toThrow(TypeError);
    }
  });
});
