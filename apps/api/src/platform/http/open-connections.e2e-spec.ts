import { connect, createServer, type Socket } from 'node:net';
import request from 'supertest';
import { createApp } from '../../app.js';
import { Config } from '../config/config.js';
import { testApp, testEnv } from '../../testing/app.js';
import { session } from '../../testing/session.js';
import { OpenConnections } from './open-connections.js';

const sockets: Socket[] = [];
afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
});

/** A connection that has sent these bytes, and what came back on it until it was closed. */
async function sent(url: string, bytes: string): Promise<{ socket: Socket; closed: Promise<string> }> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  sockets.push(socket);
  let received = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => (received += chunk));
  socket.on('error', () => undefined);
  const closed = new Promise<string>((resolve) => socket.on('close', () => resolve(received)));
  await new Promise<void>((resolve) => socket.once('connect', () => socket.write(bytes, () => resolve())));
  return { socket, closed };
}

const HALF = 'POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"email":';

/** Another application on the same database, for a test that stops it. */
async function another() {
  const { database } = await testApp();
  const nest = await createApp(new Config(testEnv(database)));
  await nest.listen(0, '127.0.0.1');
  return { nest, url: await nest.getUrl() };
}

describe('an application that is told to stop', () => {
  it('is held up by half a body as little as by half a header', async () => {
    const { nest, url } = await another();
    const halves = await Promise.all([sent(url, HALF), sent(url, 'GET /api/v1/services HTTP/1.1\r\nHost:'), sent(url, '')]);
    await request(url).get('/health/live').expect(200);
    await nest.close();
    for (const { closed } of halves) expect(await closed).toBe('');
  });

  it('says so to whoever still comes, as a problem with when to come again, and answers that it lives', async () => {
    const { nest, url } = await another();
    await request(url).get('/health/ready').expect(200);
    // Nest calls this first; the server still listens while jobs and streams come to their end.
    nest.get(OpenConnections).onModuleDestroy();
    const refused = await request(url).get('/api/v1/services').expect(503);
    expect(refused.body).toMatchObject({ status: 503, code: 'STOPPING' });
    expect(refused.headers).toMatchObject({ 'retry-after': '5', connection: 'close' });
    expect(refused.headers['content-type']).toContain('application/problem+json');
    await request(url).get('/health/ready').expect(503);
    await request(url).get('/health/live').expect(200);
    await nest.close();
  });
});

describe('one address', () => {
  it('has so many connections and no more', async () => {
    const { url } = await testApp({ MAX_CONNECTIONS_PER_ADDRESS: '10' });
    const held = await Promise.all(Array.from({ length: 10 }, () => sent(url, HALF)));
    expect(await (await sent(url, HALF)).closed).toBe('');
    const [one] = held;
    one?.socket.destroy();
    await one?.closed;
    for (let look = 0; look < 100; look++) {
      const answer = await request(url)
        .get('/health/live')
        .catch(() => undefined);
      if (answer?.status === 200) return;
    }
    throw new Error('The place of a connection that was closed is not free again');
  });

  it('behind a proxy of ours has so many open requests, and its neighbours theirs', async () => {
    const env = { MAX_CONNECTIONS_PER_ADDRESS: '10', TRUSTED_PROXIES: 'loopback' };
    const { url } = await testApp(env);
    const from = (ip: string) => HALF.replace('Host: x', `Host: x\r\nX-Forwarded-For: ${ip}`);
    await Promise.all(Array.from({ length: 10 }, () => sent(url, from('198.51.100.7'))));
    await request(url).get('/health/live').expect(200);
    const refused = await request(url).get('/api/v1/services').set('x-forwarded-for', '198.51.100.7').expect(429);
    expect(refused.body).toMatchObject({ code: 'TOO_MANY_CONNECTIONS' });
    await request(url).get('/api/v1/services').set('x-forwarded-for', '198.51.100.8').expect(401);
  });

  it('has half of them as streams of events', async () => {
    const { agent, owner } = await session('front_desk', { env: { MAX_CONNECTIONS_PER_ADDRESS: '10' } });
    const streams = await Promise.all(Array.from({ length: 5 }, () => agent.stream('/events')));
    const refused = await owner.get('/events').expect(429);
    expect(refused.body).toMatchObject({ code: 'TOO_MANY_STREAMS' });
    for (const stream of streams) stream.leave();
  });
});

it('a Redis that hangs or is gone leaves the API alive, says which part is missing, and lets it stop', async () => {
  const silent = createServer((socket) => sockets.push(socket.on('error', () => undefined)));
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as { port: number };
  const { database } = await testApp();
  const nest = await createApp(new Config({ ...testEnv(database), KEEL_RATE_LIMIT: 'on', REDIS_URL: `redis://127.0.0.1:${port}` }));
  await nest.listen(0, '127.0.0.1');
  const url = await nest.getUrl();
  await request(url).get('/health/live').expect(200);
  const ready = await request(url).get('/health/ready').expect(503);
  expect(ready.body).toMatchObject({ status: 503, code: 'NOT_READY', parts: { database: 'up', queue: 'down' } });
  expect(ready.headers['content-type']).toContain('application/problem+json');
  expect(Number(ready.headers['retry-after'])).toBeGreaterThan(0);
  await request(url).get('/api/v1/services').expect(401);
  await nest.close();
  await new Promise((resolve) => {
    silent.close(resolve);
    for (const socket of sockets.splice(0)) socket.destroy();
  });
});
