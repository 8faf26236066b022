import { join } from 'node:path';
import { command } from './testing/commands.ts';
import { Launches, PATIENCE_MS, stopped } from './testing/launch.ts';
import { freeBase, until, workshop } from './testing/workshop.ts';

const PASSWORD = 'correct horse battery';
const EMAIL = 'olive@clinic.example';
const shop = workshop();
const dataDir = join(shop.path, 'data');
let port = 0;
let launches: Launches;

beforeAll(async () => {
  port = await freeBase();
  launches = new Launches(port, dataDir);
});

afterAll(async () => {
  await launches.stopAll();
  shop.remove();
}, PATIENCE_MS);

const post = (path: string, body: object) =>
  fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: `http://localhost:${port}` },
    body: JSON.stringify(body),
  });
const signIn = async (password: string) => (await post('/session', { email: EMAIL, password })).status;
const reset = (...args: string[]) => command('reset-sign-in', args, { PORT: String(port), KEEL_DATA_DIR: dataDir, KEEL_DEMO: 'off' });

async function mailedLink(): Promise<string | undefined> {
  const mails = await fetch(`http://127.0.0.1:${port + 3}/messages/email?to=${encodeURIComponent(EMAIL)}`);
  const found = ((await mails.json()) as { text: string }[]).map(({ text }) => /password-reset\/([\w-]+)/.exec(text)?.[1]);
  return found.find((token) => token !== undefined);
}

describe('npm run reset-sign-in', () => {
  it(
    'lets the only owner of a clinic back in by a mail, and says what to do where it cannot',
    async () => {
      expect((await reset()).said).toContain('Say whose');
      const running = await launches.launched();
      const founded = await post('/clinics', {
        ...{
          name: 'Physio du Parc',
          slug: 'physio-du-parc',
          timeZone: 'America/Toronto',
          country: 'CA',
          region: 'ON',
          currency: 'CAD',
          locale: 'en',
        },
        owner: { email: EMAIL, password: PASSWORD, firstName: 'Olive', lastName: 'Owner' },
      });
      expect(founded.status).toBe(201);
      expect(await reset('nobody@clinic.example')).toMatchObject({
        code: 1,
        said: expect.stringContaining('Nothing was changed') as string,
      });
      expect(await signIn(PASSWORD)).toBe(200);
      expect(await reset(EMAIL)).toMatchObject({ code: 0, said: expect.stringContaining('on its way') as string });
      expect(await signIn(PASSWORD)).toBe(401);
      let token: string | undefined;
      await until('the mail is there', async () => (token = await mailedLink()) !== undefined);
      expect((await post(`/password-resets/${token}/complete`, { password: 'seven geese and a ladder' })).status).toBe(204);
      expect(await signIn('seven geese and a ladder')).toBe(200);
      await stopped(running);
      expect(await reset(EMAIL)).toMatchObject({ code: 1, said: expect.stringContaining('Start Keel first') as string });
    },
    PATIENCE_MS,
  );
});
