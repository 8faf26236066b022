import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { apiEnvironment, demandMail, usesSandbox } from './environment.ts';
import { loadSecrets } from './secrets.ts';
import { demandItsDatabase, readSettings } from './settings.ts';
import { workshop } from './testing/workshop.ts';

const shop = workshop();
afterAll(() => shop.remove());
const URLS = { app: 'postgres://app', owner: 'postgres://owner', queue: undefined };

describe('the settings of a start', () => {
  it('make a demo clinic, but for a clinic’s own installation, and as is said in any', () => {
    const demo = (env: NodeJS.ProcessEnv) => readSettings(env).demo;
    expect(demo({})).toBe(true);
    expect(demo({ KEEL_DEMO: 'off' })).toBe(false);
    expect(demo({ KEEL_ENV: 'production' })).toBe(false);
    expect(demo({ KEEL_ENV: 'production', KEEL_DEMO: 'on' })).toBe(true);
    expect(() => demo({ KEEL_DEMO: 'yes' })).toThrow('must be on or off');
  });

  it('have no sandbox take what a clinic’s own installation sends, unless that is said', () => {
    const production = { KEEL_ENV: 'production', SMTP_URL: 'smtps://mail.example' };
    const environment = (env: NodeJS.ProcessEnv) => {
      const settings = readSettings({ ...env, KEEL_DATA_DIR: shop.path });
      return [usesSandbox(settings, env), apiEnvironment(settings, loadSecrets(shop.path), URLS, env)] as const;
    };
    const [mailOnly, ofMailOnly] = environment(production);
    expect(mailOnly).toBe(false);
    expect(Object.keys(ofMailOnly).filter((name) => name.startsWith('TWILIO'))).toEqual([]);
    const [trying, ofTrying] = environment({ KEEL_ENV: 'production', KEEL_SANDBOX: 'on' });
    expect(trying).toBe(true);
    expect(ofTrying).toMatchObject({ SMTP_URL: 'smtp://127.0.0.1:3002', TWILIO_API_URL: 'http://127.0.0.1:3003' });
    expect(environment({})[0]).toBe(true);
    expect(environment({ SMTP_URL: 'smtps://mail.example', TWILIO_ACCOUNT_SID: 'AC1' })[0]).toBe(false);
    expect(() => demandMail(readSettings({ KEEL_ENV: 'production' }), { KEEL_ENV: 'production' })).toThrow('SMTP_URL is not set');
    expect(() => demandMail(readSettings(production), production)).not.toThrow();
  });

  it('begin no database anew beside one of the same installation, nor where it has served', () => {
    const [dataDir, other] = [join(shop.path, 'data'), join(shop.path, 'data', 'postgres')];
    const folder = join(shop.path, 'sheltered', 'postgres');
    const demand = () => demandItsDatabase(dataDir, folder, { installation: 'none-of-this-name' });
    mkdirSync(dataDir, { recursive: true });
    expect(demand).not.toThrow();
    writeFileSync(join(dataDir, 'api.log'), '');
    expect(demand).toThrow('has served already');
    mkdirSync(other);
    writeFileSync(join(other, 'PG_VERSION'), '18');
    expect(demand).toThrow(`there is one in ${other}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'base'), '');
    expect(demand).not.toThrow();
  });
});
