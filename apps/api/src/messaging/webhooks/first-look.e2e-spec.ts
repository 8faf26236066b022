// After a start no text leaves before what was texted meanwhile was looked for, though the provider's list cannot be read at first.
import { createServer, request as forward, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CLINIC_NUMBER, dueNow, providers, type Providers, until } from '../../testing/messaging.fixture.js';
import { session } from '../../testing/session.js';
import { aPlanned, messagesOf } from '../testing.js';

let world: Providers;
/** Takes texts as the sandbox does, and does not show its list. */
let listless: Server;
let broken = true;
let refused = 0;

beforeAll(async () => {
  world = await providers();
  listless = createServer((request, response) => {
    if (broken && request.method === 'GET') {
      refused++;
      return void response.writeHead(500, { 'content-type': 'application/json' }).end('{"code":20500,"status":500}');
    }
    const { host: _host, ...headers } = request.headers;
    const onward = forward(new URL(request.url ?? '/', world.sandbox.httpUrl), { method: request.method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    request.pipe(onward);
  });
  await new Promise<void>((resolve) => listless.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  listless.closeAllConnections();
  listless.close();
});

it('keeps a reminder from leaving after a stop that was said meanwhile', async () => {
  const env = { ...world.env, TWILIO_API_URL: `http://127.0.0.1:${(listless.address() as AddressInfo).port}` };
  const clinic = await session('owner', { workers: true, env });
  const { phone, appointmentId } = await aPlanned(clinic);
  // Nobody is there to hear it.
  await world.sandbox.carrier.receive(phone, CLINIC_NUMBER, 'Stop please');
  await dueNow(clinic.app, appointmentId);
  await until(() => refused >= 2, 'a second look');
  const text = async () => (await messagesOf(clinic.owner, appointmentId)).find(({ channel }) => channel === 'sms');
  expect(await text()).toMatchObject({ status: 'scheduled', attempts: 0 });
  broken = false;
  world.leadTo(clinic.app);
  await until(async () => (await text())?.status !== 'scheduled', 'what becomes of the reminder');
  expect(await text()).toMatchObject({ status: 'opted_out', attempts: 0 });
  expect(world.sandbox.control.sms(phone).map(({ body }) => body)).not.toContainEqual(expect.stringContaining('/l/'));
});
