import { randomBytes, randomUUID } from 'node:crypto';
import type { Role } from '@keel/contracts';
import request from 'supertest';
import { AddressProofsService } from '../identity/index.js';
import { Agent } from './agent.js';
import { type TestApp, testApp } from './app.js';

export interface Session {
  app: TestApp;
  /** The signed-in member of the wanted role. */
  agent: Agent;
  /** The founder of the same clinic: for preparing what the role itself may not. */
  owner: Agent;
  clinic: { id: string; slug: string; timeZone: string };
  /** Set for the role `practitioner`. */
  practitionerId: string | undefined;
}

export interface SessionOptions {
  /** True to run the workers too. */
  workers?: boolean;
  /** Fields of the sign-up that differ, e.g. another province. */
  clinic?: Record<string, unknown>;
  profession?: string;
  env?: Record<string, string>;
  /** True to leave the founder's address unproved, as it is right after a sign-up. */
  unproved?: boolean;
}

const PASSWORD = 'correct horse battery';

/** A new clinic and a member of it with this role, both made through the API's own routes. */
export async function session(role: Role = 'owner', options: SessionOptions = {}): Promise<Session> {
  const app = await testApp({ ...(options.workers ? { KEEL_ROLE: 'all' } : {}), ...options.env });
  const slug = `clinic-${randomBytes(6).toString('hex')}`;
  const signedUp = await request(app.url)
    .post('/api/v1/clinics')
    .send({
      name: 'Érablière Physio',
      slug,
      timeZone: 'America/Toronto',
      country: 'CA',
      region: 'ON',
      currency: 'CAD',
      locale: 'en',
      owner: { email: `owner@${slug}.example`, password: PASSWORD, firstName: 'Olive', lastName: 'Owner' },
      ...options.clinic,
    })
    .expect(201);
  const owner = new Agent(app.url, { cookie: cookieOf(signedUp) });
  const clinic = signedUp.body as Session['clinic'];
  if (!options.unproved) await proveFounder(app, clinic.id);
  if (role === 'owner') return { app, agent: owner, owner, clinic, practitionerId: undefined };
  const { agent, practitionerId } = await member(app, owner, clinic.id, role, options.profession);
  return { app, agent, owner, clinic, practitionerId };
}

/** As if the founder had entered the code of the mail. */
async function proveFounder(app: TestApp, clinicId: string): Promise<void> {
  const [clinic] = await app.sql<{ founderId: string }>('SELECT founder_id AS "founderId" FROM clinic WHERE id = $1', [clinicId]);
  const proofs = app.nest.get(AddressProofsService);
  const founder = clinic?.founderId ?? '';
  await proofs.proved(founder, await proofs.emailOf(founder));
}

/** A program of the clinic with these scopes. */
export async function program({ app, owner }: Pick<Session, 'app' | 'owner'>, scopes: string[] = ['*']): Promise<Agent> {
  const { body } = await owner.post('/api-keys', { name: 'test', scopes }).expect(201);
  return new Agent(app.url, { authorization: `Bearer ${(body as { key: string }).key}` });
}

/** Somebody with every right in another clinic: the twin of each success. */
export async function stranger(options: SessionOptions = {}): Promise<Agent> {
  return (await session('owner', options)).agent;
}

/** Nobody in particular. */
export async function nobody(): Promise<Agent> {
  return new Agent((await testApp()).url, {});
}

/** Another member of the same clinic, invited and accepted through the API. */
export async function member(app: TestApp, owner: Agent, clinicId: string, role: Role, profession = 'physiotherapist') {
  const person = { email: `${role}-${randomUUID()}@clinic.example`, firstName: 'Mara', lastName: 'Member' };
  let practitionerId: string | undefined;
  if (role === 'practitioner') {
    const added = await owner.post('/practitioners', { ...person, profession, registrationNumber: 'R-1001' }).expect(201);
    practitionerId = (added.body as { id: string }).id;
  } else {
    await owner.post('/staff', { ...person, roles: [role] }).expect(201);
  }
  const accepted = await accept(app, clinicId, person.email);
  return { agent: new Agent(app.url, { cookie: cookieOf(accepted) }), practitionerId };
}

/**
 * Accepts an invitation by a link of the test's: the raw token is only ever in the mail. Where workers send, that mail makes
 * its own link whenever it leaves; the test's is put in its place again.
 */
async function accept(app: TestApp, clinicId: string, email: string): Promise<request.Response> {
  const token = randomBytes(32).toString('base64url');
  const invited = [Buffer.from(token), clinicId, email];
  for (;;) {
    await app.sql('UPDATE invitation SET token_hash = sha256($1) WHERE clinic_id = $2 AND email = $3', invited);
    const answer = await request(app.url).post(`/api/v1/invitations/${token}/accept`).send({ password: PASSWORD });
    if (answer.status === 200) return answer;
    const sql = 'SELECT 1 FROM invitation WHERE token_hash = sha256($1) AND clinic_id = $2 AND email = $3';
    if ((await app.sql(sql, invited)).length > 0) throw new Error(`${email} could not accept: ${answer.text}`);
  }
}

/** A practitioner of the clinic, signed in anew: what a test went through may have ended their session, and their password too. */
export async function signedInAgain(app: TestApp, practitionerId: string): Promise<Agent> {
  const sql = 'SELECT u.email FROM user_account u JOIN practitioner p ON p.user_id = u.id WHERE p.id = $1';
  const [person] = await app.sql<{ email: string }>(sql, [practitionerId]);
  // Founders of tests have the same one.
  await app.sql(
    `UPDATE user_account SET password_hash = (SELECT password_hash FROM user_account WHERE password_hash IS NOT NULL LIMIT 1)
     WHERE email = $1 AND password_hash IS NULL`,
    [person?.email],
  );
  const signedIn = await request(app.url).post('/api/v1/session').send({ email: person?.email, password: PASSWORD }).expect(200);
  return new Agent(app.url, { cookie: cookieOf(signedIn) });
}

export function cookieOf(response: { headers: Record<string, unknown> }): string {
  const cookies = response.headers['set-cookie'] as unknown as string[] | undefined;
  const cookie = cookies?.[0]?.split(';')[0];
  if (!cookie) throw new Error('The answer sets no cookie');
  return cookie;
}
