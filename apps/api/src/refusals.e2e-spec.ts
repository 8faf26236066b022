import { connect } from 'node:net';
import { encodeCursor } from './platform/index.js';
import { testApp } from './testing/app.js';
import { aPatient } from './testing/patients.fixture.js';
import { nobody, session } from './testing/session.js';

const ANY = { ifMatch: '*' };

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

/** Every refusal looks alike, and says what to do. */
function expectProblem(answer: Pick<Answer, 'status' | 'headers' | 'body'>, status: number, code: string): void {
  expect(answer.headers['content-type']).toContain('application/problem+json');
  expect(answer.body).toMatchObject({ status, code, detail: expect.any(String) as string, requestId: expect.any(String) as string });
  expect(answer.status).toBe(status);
}

/** Bytes as they are, since a client library would mend them or refuse to send them. */
async function raw(bytes: string): Promise<Answer> {
  const { hostname, port } = new URL((await testApp()).url);
  const text = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    let received = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => (received += chunk));
    socket.on('end', () => resolve(received)).on('error', reject);
  });
  const [head = '', body = ''] = text.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const headers = Object.fromEntries(lines.map((line) => [line.split(': ')[0]?.toLowerCase(), line.split(': ')[1]])) as Record<
    string,
    string
  >;
  return { status: Number(first.split(' ')[1]), headers, body: JSON.parse(body) };
}

describe('a refusal is a problem document', () => {
  it.each([
    ['an address that is no UTF-8', 'GET /api/v1/patients/%F0%9F HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 400, 'BAD_ADDRESS'],
    [
      'a link that is longer than any',
      `POST /api/v1/invitations/${'x'.repeat(3_000)}/accept HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
      414,
      'ADDRESS_TOO_LONG',
    ],
    ['a method that is none', 'FOO /api/v1/patients HTTP/1.1\r\nHost: x\r\n\r\n', 400, 'BAD_REQUEST'],
    ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`, 431, 'HEADERS_TOO_LARGE'],
  ])('for %s', async (_what, bytes, status, code) => {
    const answer = await raw(bytes);
    expectProblem(answer, status, code);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });

  it('for a body nested without end', async () => {
    const { agent } = await session('owner');
    const nested = '['.repeat(100_000) + ']'.repeat(100_000);
    expectProblem(await agent.post('/patients').type('json').send(nested), 400, 'INVALID');
  });

  it.each(['{"__proto__":{"owner":true}}', '{"constructor":{"prototype":{"owner":true}}}'])(
    'for a body that reaches for what all objects share: %s',
    async (body) => {
      const { agent } = await session('owner');
      const answer = await agent.post('/patients').type('json').send(body);
      expectProblem(answer, 400, (answer.body as { code: string }).code);
      expect(Reflect.get({}, 'owner')).toBeUndefined();
    },
  );

  it('for half a character', async () => {
    const { agent } = await session('owner');
    const person = { firstName: 'A', lastName: 'B', dateOfBirth: '1990-01-01' };
    for (const half of [{ email: '\ud800@x.example' }, { address: { line1: '\udc00' } }, { alerts: ['\ud800'] }]) {
      expectProblem(await agent.post('/patients', { ...person, ...half }), 400, 'INVALID');
    }
    await agent.post('/patients', { ...person, firstName: '\ud83e\uddb7' }).expect(201);
  });

  it('for a list where a record is asked for', async () => {
    const { owner, practitionerId } = await session('practitioner');
    const { id: patientId } = await aPatient(owner);
    expectProblem(
      await owner.put(`/practitioners/${practitionerId}/working-hours`, { effectiveFrom: '2026-01-01', weekly: [[]] }, ANY),
      400,
      'INVALID',
    );
    expectProblem(await owner.post('/note-templates', { name: { en: 'A' }, sections: [[]] }), 400, 'INVALID');
    expectProblem(await owner.post('/allergies', { patientId, description: 'Latex', reactions: [[]] }), 400, 'INVALID');
    expectProblem(await owner.post('/notes', { patientId, sections: [[]] }), 400, 'INVALID');
  });

  it.each(['patients', 'appointments', 'invoices', 'audit', 'staff', 'practitioners', 'services', 'time-off', 'dead-letters', 'messages'])(
    'for a cursor of /%s that holds what no row can have',
    async (collection) => {
      const { agent } = await session('owner');
      for (const values of [['x'], ['x', 'y'], ['2026-11-24T06:00:00.000Z', 'y']]) {
        expectProblem(await agent.get(`/${collection}?cursor=${encodeCursor(values)}`), 400, 'INVALID');
      }
    },
  );

  it('for a link that another site makes a browser press', async () => {
    const agent = await nobody();
    const token = 'x'.repeat(32);
    expectProblem(await agent.post(`/public/links/${token}/confirm`).set('origin', 'https://evil.example'), 403, 'FOREIGN_ORIGIN');
    expectProblem(await agent.post(`/public/links/${token}/confirm`), 404, 'LINK_GONE');
  });
});
