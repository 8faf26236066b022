import { get, type IncomingMessage } from 'node:http';
import fastify from 'fastify';
import { EventStream } from './event-stream.js';

const ctx = { clinicId: 'here', actor: { type: 'user' as const, id: 'u1' }, permissions: new Set<never>(), requestId: 'r1' };
const server = fastify({ forceCloseConnections: true });
let stream: EventStream | undefined;
server.get('/', (request, reply) => {
  stream = new EventStream(ctx, new Set(), request, reply);
  stream.start();
});
let url = '';
beforeAll(async () => (url = await server.listen({ port: 0, host: '127.0.0.1' })));
afterAll(() => server.close());

const open = () => new Promise<IncomingMessage>((resolve, reject) => get(url, { agent: false }, resolve).on('error', reject));

describe('an open stream', () => {
  it('drops a reader that does not read, instead of keeping all of it for them', async () => {
    const reader = await open();
    reader.on('error', () => undefined);
    reader.pause();
    const event = { id: 'e1', type: 'patient.updated' as const, occurredAt: '2026-03-02T15:00:00Z', ids: { patientId: 'p'.repeat(2000) } };
    let told = 0;
    const dropped = () => stream?.closed === true;
    for (; told < 100_000 && !dropped(); told++) {
      stream?.tell(event);
      await new Promise(setImmediate);
    }
    expect(dropped()).toBe(true);
    expect(told).toBeGreaterThan(10);
    reader.destroy();
  });

  it('may be written to after its reader has left', async () => {
    const reader = await open();
    const gone = new Promise<void>((resolve) => stream?.whenClosed(resolve));
    reader.destroy();
    await gone;
    expect(() => stream?.resync()).not.toThrow();
    expect(stream?.closed).toBe(true);
  });
});
