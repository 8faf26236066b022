import { randomBytes } from 'node:crypto';
import { rawGet } from '../../testing/raw-get.js';
import { Agent } from '../../testing/agent.js';
import { testApp } from '../../testing/app.js';
import { member, nobody, program, session } from '../../testing/session.js';

const ON = { KEEL_RATE_LIMIT: 'on' };
const forgedKey = () => ({ authorization: `Bearer keel_${randomBytes(32).toString('base64url')}` });

async function untilRefused(most: number, call: () => PromiseLike<{ status: number; headers: Record<string, string>; body: unknown }>) {
  for (let asked = 0; asked < most; asked++) {
    const answer = await call();
    if (answer.status === 429) return { asked, answer };
  }
  throw new Error(`None of ${most} calls was refused`);
}

describe('an allowance', () => {
  it('is told in every answer, and its end with when to come again', async () => {
    const { agent } = await session('owner', { env: ON });
    const first = await agent.get('/services').expect(200);
    expect(first.headers).toMatchObject({ 'ratelimit-limit': '200', 'ratelimit-remaining': '199' });
    const answers = await Promise.all(Array.from({ length: 220 }, () => agent.get('/services')));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.body).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
    expect(Number(refused[0]?.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(refused[0]?.headers['retry-after'])).toBeLessThanOrEqual(10);
  });

  it('is each person’s own, behind one address', async () => {
    const { agent, owner, app, clinic } = await session('front_desk', { env: ON });
    await untilRefused(400, () => agent.get('/services'));
    await owner.get('/services').expect(200);
    const other = await member(app, owner, clinic.id, 'billing');
    await other.agent.get('/services').expect(200);
  });

  it('of links counts a guesser and answers with the same words', async () => {
    const { url } = await testApp({ ...ON, SESSION_IDLE_MINUTES: '31' });
    const agent = new Agent(url, {});
    const { asked, answer } = await untilRefused(100, () => agent.get(`/public/links/${'x'.repeat(32)}`));
    expect(asked).toBe(60);
    expect(answer.body).toMatchObject({ code: 'RATE_LIMITED' });
  });
});

describe('a press on the button of a mailbox’s provider', () => {
  const press = (agent: Agent, token: string) => agent.post(`/public/emails/${token}/one-click`, { 'List-Unsubscribe': 'One-Click' });

  it('is counted by its link: a provider presses for all its people from few addresses', async () => {
    const { url } = await testApp({ ...ON, SESSION_IDLE_MINUTES: '36' });
    const provider = new Agent(url, {});
    const presses = Array.from({ length: 200 }, (_, at) => press(provider, String(at).padStart(32, 'x')));
    expect(new Set((await Promise.all(presses)).map(({ status }) => status))).toEqual(new Set([404]));
    const { asked, answer } = await untilRefused(60, () => press(provider, 'y'.repeat(32)));
    expect(asked).toBe(10);
    expect(answer.body).toMatchObject({ code: 'RATE_LIMITED' });
    expect((await press(provider, 'z'.repeat(32))).status).toBe(404);
  });

  it('has an end for a network all the same', async () => {
    const { url } = await testApp({ ...ON, SESSION_IDLE_MINUTES: '37' });
    const flood = new Agent(url, {});
    let count = 0;
    const { asked } = await untilRefused(400, () => press(flood, String(++count).padStart(32, 'w')));
    expect(asked).toBe(300);
  });
});

describe('a flood of forged keys', () => {
  it('ends before the database is asked, and shuts out nobody who is known', async () => {
    const env = { ...ON, SESSION_IDLE_MINUTES: '32' };
    const at = await session('owner', { env });
    const robot = await program(at);
    await at.agent.get('/services').expect(200);
    await robot.get('/services').expect(200);
    const { asked, answer } = await untilRefused(400, () => new Agent(at.app.url, forgedKey()).get('/services'));
    expect(asked).toBeGreaterThan(250);
    expect(answer.body).toMatchObject({ code: 'RATE_LIMITED' });
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    await new Agent(at.app.url, {}).get('/services').expect(429);
    await at.agent.get('/services').expect(200);
    await robot.get('/services').expect(200);
  });

  it.each([
    ['41', '/%61pi/v1/services'],
    ['42', 'http://x/api/v1/services'],
  ])('ends however the address is spelled (%s)', async (minutes, path) => {
    const { url } = await testApp({ ...ON, SESSION_IDLE_MINUTES: minutes });
    const { asked } = await untilRefused(400, () => rawGet(url, path, forgedKey()));
    expect(asked).toBe(300);
  });

  it('is not what a program is that asks with a good key', async () => {
    const at = await session('owner', { env: { ...ON, SESSION_IDLE_MINUTES: '33' } });
    const robots = await Promise.all(Array.from({ length: 40 }, () => program(at)));
    for (let round = 0; round < 10; round++) {
      const answers = await Promise.all(robots.map((robot) => robot.get('/services')));
      expect(answers.map(({ status }) => status)).toEqual(robots.map(() => 200));
    }
  });
});

it('where limits are off nothing is counted', async () => {
  const agent = await nobody();
  const answers = await Promise.all(Array.from({ length: 320 }, () => agent.get('/services')));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
});

describe('processes that share a Redis', () => {
  it('share an allowance, and those that do not have one each', async () => {
    const one = await testApp({ ...ON, SESSION_IDLE_MINUTES: '34' });
    const redis = one.database.redisUrl;
    const other = await testApp({ ...ON, SESSION_IDLE_MINUTES: '35', ...(redis ? { REDIS_URL: redis } : {}) });
    await untilRefused(100, () => new Agent(one.url, {}).get(`/public/links/${'x'.repeat(32)}`));
    await new Agent(other.url, {}).get(`/public/links/${'x'.repeat(32)}`).expect(redis ? 429 : 404);
  });
});
