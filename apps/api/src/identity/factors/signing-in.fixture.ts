import request from 'supertest';
import { Agent } from '../../testing/agent.js';
import { codeNow, SoftPasskey } from '../../testing/authenticators.js';
import { cookieOf, type Session } from '../../testing/session.js';

export const PASSWORD = 'correct horse battery';
export const emailOf = ({ clinic }: Pick<Session, 'clinic'>) => `owner@${clinic.slug}.example`;

export const signIn = ({ app }: Pick<Session, 'app'>, email: string, password = PASSWORD) =>
  request(app.url).post('/api/v1/session').send({ email, password });

/** As if half a minute had gone by since the last code. */
export const nextCode = async ({ app }: Pick<Session, 'app'>, secret: string): Promise<string> => {
  await app.sql('UPDATE factor SET last_step = last_step - 2');
  return codeNow(secret);
};

/** The signed-in person adds an authenticator app. */
export async function addApp(agent: Agent): Promise<{ id: string; secret: string; recoveryCodes?: string[] }> {
  const begun = await agent.post('/session/factors', { kind: 'totp' }).expect(201);
  const { id, secret } = begun.body as { id: string; secret: string };
  const confirmed = await agent.post(`/session/factors/${id}/confirm`, { code: codeNow(secret), name: 'phone' }).expect(200);
  return { id, secret, ...(confirmed.body as { recoveryCodes?: string[] }) };
}

/** The signed-in person adds a passkey. */
export async function addPasskey(agent: Agent): Promise<{ id: string; key: SoftPasskey }> {
  const key = new SoftPasskey();
  const begun = await agent.post('/session/factors', { kind: 'passkey' }).expect(201);
  const { id, options } = begun.body as { id: string; options: { challenge: string } };
  await agent.post(`/session/factors/${id}/confirm`, { passkey: key.create(options), name: 'laptop' }).expect(200);
  return { id, key };
}

export interface Half {
  agent: Agent;
  methods: string[];
  challenge: string;
}

/** The password was right; the second factor is still to come. */
export async function halfWay(at: Pick<Session, 'app'>, email: string): Promise<Half> {
  const answer = await signIn(at, email).expect(200);
  const { secondFactor } = answer.body as { secondFactor: { methods: string[]; passkeyOptions?: { challenge: string } } };
  return {
    agent: new Agent(at.app.url, { cookie: cookieOf(answer) }),
    methods: secondFactor.methods,
    challenge: secondFactor.passkeyOptions?.challenge ?? '',
  };
}

export const finish = (half: Half, proof: object) => half.agent.post('/session/second-factor', proof);
