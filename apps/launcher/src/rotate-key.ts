// `npm run rotate-key`: a new master key for this installation. Every clinic's data key is wrapped by it anew; what those sealed
// stays as it is. Keel must be stopped. With a PostgreSQL of one's own, and where KEEL_MASTER_KEY is set, the keys come as KEEL_MASTER_KEY and
// KEEL_NEW_MASTER_KEY.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { Lock } from './lock.ts';
import { databaseUrls } from './environment.ts';
import { Cluster } from './postgres/cluster.ts';
import { loadSecrets, saveSecrets, type Secrets } from './secrets.ts';
import { demandItsDatabase, postgresFolder, readSettings, type Settings, SHELTER } from './settings.ts';
import { SettingsError } from './settings-error.ts';
import { withFiles } from './settings-files.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);
const AFTER = 'Copies of the former key may go once no backup needs it any more; until then keep it with those backups.';

function key(name: string, text: string | undefined): Buffer {
  const bytes = Buffer.from(text ?? '', 'base64');
  if (bytes.length !== 32) throw new SettingsError(`${name} must be 32 random bytes in base64: openssl rand -base64 32`);
  return bytes;
}

async function rotateExternal(ownerUrl: string, env: NodeJS.ProcessEnv): Promise<void> {
  const { rotateMasterKey } = await import('@keel/api/rotate-key');
  const rotated = await rotateMasterKey(
    ownerUrl,
    key('KEEL_MASTER_KEY', env['KEEL_MASTER_KEY']),
    key('KEEL_NEW_MASTER_KEY', env['KEEL_NEW_MASTER_KEY']),
  );
  say(`${rotated} data keys are wrapped by the new master key. Set KEEL_MASTER_KEY to it before Keel starts again. ${AFTER}`);
}

/** The new key is on disk before the database knows it, and the former one until then: a kill between leaves both. */
async function rotateOwn(settings: Settings, env: NodeJS.ProcessEnv): Promise<void> {
  await Lock.hold(settings.dataDir);
  const secrets = loadSecrets(settings.dataDir);
  // Before anything is written: a key that waits for a database which is not there would keep Keel from starting.
  demandItsDatabase(settings.dataDir, postgresFolder(settings.dataDir, secrets).folder, secrets);
  // Given from outside, it is not the one of secrets.json, and neither is the next one.
  if (env['KEEL_MASTER_KEY']) return onOwn(settings, secrets, (owner) => rotateExternal(owner, env));
  const next = secrets.nextMasterKey ?? randomBytes(32).toString('base64');
  saveSecrets(settings.dataDir, { ...secrets, nextMasterKey: next });
  const { nextMasterKey: _done, ...rest } = secrets;
  await onOwn(settings, secrets, async (owner) => {
    const { rotateMasterKey } = await import('@keel/api/rotate-key');
    const rotated = await rotateMasterKey(owner, key('masterKey', secrets.masterKey), key('nextMasterKey', next)).catch(
      (error: unknown) => {
        // It was refused and nothing is changed, so nothing is left to finish either.
        if (!secrets.nextMasterKey && isRefused(error)) saveSecrets(settings.dataDir, rest);
        throw error;
      },
    );
    saveSecrets(settings.dataDir, { ...rest, masterKey: next });
    say(
      `${rotated} data keys are wrapped by the new master key in ${join(settings.dataDir, 'secrets.json')}: copy it to your safe place. ${AFTER}`,
    );
  });
}

/** With the embedded PostgreSQL running for it. */
async function onOwn(settings: Settings, secrets: Secrets, rotate: (ownerUrl: string) => Promise<void>): Promise<void> {
  const { folder } = postgresFolder(settings.dataDir, secrets);
  const cluster = new Cluster({ dataDir: folder, shelter: SHELTER, superuserPassword: secrets.superuserPassword });
  await cluster.start();
  try {
    await rotate(databaseUrls(settings, secrets, cluster).owner);
  } finally {
    await cluster.stop();
  }
}

const isRefused = (error: unknown): boolean => error instanceof Error && error.constructor.name === 'RotationError';

try {
  const env = withFiles(process.env);
  const settings = readSettings(env);
  await (settings.external ? rotateExternal(settings.external.ownerUrl, env) : rotateOwn(settings, env));
} catch (error) {
  const told = error instanceof SettingsError || isRefused(error);
  process.stderr.write(`${error instanceof Error ? (told ? error.message : error.stack) : String(error)}\n`);
  process.exitCode = 1;
}
process.exit();
