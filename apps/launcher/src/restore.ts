// `npm run restore -- --from <folder or s3://…> --to <new data folder>`: an installation from its backup, as of the last moment
// that is in it or as of --until. Nothing that is there is written over, and nothing looks like an installation before it is one.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chooseBase, chooseLine } from './backup/choose.ts';
import { demandRoom, layOut } from './backup/lay-out.ts';
import type { Line, Manifest } from './backup/line.ts';
import { closeRecovered, discard, recover } from './backup/recover.ts';
import { EXTERNAL, tell } from './backup/said.ts';
import { backupKeys } from './backup/settings.ts';
import { openStore } from './backup/open-store.ts';
import { demandBuilt } from './built.ts';
import { DATABASE } from './environment.ts';
import { Lock } from './lock.ts';
import type { Cluster } from './postgres/cluster.ts';
import { withClient } from './postgres/databases.ts';
import { loadSecrets, type Secrets, writeWhole } from './secrets.ts';
import { postgresFolder, prepareDataFolder, readSettings } from './settings.ts';
import { inDataFolder, SettingsError } from './settings-error.ts';
import { withFiles } from './settings-files.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);
const env = withFiles(process.env);

interface Wanted {
  from: string;
  dataDir: string;
  secretsFile: string | undefined;
  until: Date | undefined;
  line: string | undefined;
  base: string | undefined;
}

function wanted(): Wanted {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { from: text, to: text, secrets: text, until: text, line: text, base: text } });
  if (!values.from || !values.to) {
    throw new SettingsError(
      'Say which backup goes where: npm run restore -- --from <folder or s3://…> --to <new data folder> --secrets <the copy of secrets.json> [--until 2027-03-01T14:30:00-05:00]',
    );
  }
  const { from, secrets: secretsFile, line, base } = values;
  return { from, dataDir: resolve(values.to), secretsFile, until: values.until ? instant(values.until) : undefined, line, base };
}

/** With its zone: the same hour elsewhere is another instant. */
function instant(text: string): Date {
  const at = new Date(text);
  if (/T.*(Z|[+-]\d\d:?\d\d)$/.test(text) && !Number.isNaN(at.getTime())) return at;
  throw new SettingsError(`--until is "${text}"; it must be an instant with its zone, such as 2027-03-01T14:30:00-05:00`);
}

/** The secrets are never in a backup: who finds one opens nothing by it. */
function secretsFor({ dataDir, secretsFile }: Wanted): Secrets {
  const file = join(dataDir, 'secrets.json');
  if (secretsFile && !existsSync(secretsFile)) throw new SettingsError(`There is no file ${secretsFile}. Name the copy of secrets.json.`);
  // A restore that was refused has put them there already.
  if (secretsFile && existsSync(file) && !readFileSync(file).equals(readFileSync(secretsFile)))
    throw new SettingsError(`${file} is there already, and is another than ${secretsFile}. Name a new folder by --to.`);
  if (!secretsFile && !existsSync(file)) {
    throw new SettingsError(
      'A backup does not hold the secrets of its installation. Name the copy that was kept apart: --secrets <secrets.json>',
    );
  }
  prepareDataFolder(dataDir);
  if (secretsFile) inDataFolder(dataDir, () => writeWhole(file, readFileSync(secretsFile, 'utf8')));
  return loadSecrets(dataDir);
}

function demandNothingThere({ dataDir }: Wanted, folder?: string): void {
  for (const there of [join(dataDir, 'postgres'), folder]) {
    if (there && existsSync(there)) {
      throw new SettingsError(`${there} holds a database already, and nothing is written over. Name a new folder by --to.`);
    }
  }
}

async function settle(cluster: Cluster, secrets: Secrets): Promise<void> {
  const { settleRestored } = await import('@keel/api/restored');
  const reached = await withClient(cluster.superuserUrl(), async (client) => {
    const { rows } = await client.query<{ at: Date | null }>('SELECT pg_last_xact_replay_timestamp() AS at');
    return rows[0]?.at;
  });
  const { held } = await settleRestored(cluster.url('keel_owner', secrets.ownerPassword, DATABASE), new Date());
  say(`The last change in it is of ${reached?.toISOString() ?? 'the end of the base backup'}.`);
  say('Everybody signs in anew, and links that were sent open nothing any more.');
  if (held > 0) {
    say(`${held} messages were due by now: whether they left before the loss cannot be known, so they wait for a person in the inbox.`);
  }
}

async function layOutAndRecover(wanted: Wanted, line: Line, secrets: Secrets, folder: string): Promise<Manifest> {
  const { manifest, segments } = await chooseBase(line, wanted);
  if (manifest.installation !== secrets.installation) {
    throw new SettingsError('These secrets are of another installation than the backup. Use the copy of its own secrets.json.');
  }
  const { unknownMigrations } = await import('@keel/api/restored');
  const newer = unknownMigrations(manifest.migrations);
  if (newer.length > 0) {
    throw new SettingsError(`This backup is of a newer Keel (${manifest.keel}; it has ${newer.join(', ')}). Restore it with that version.`);
  }
  const partial = `${folder}.restoring`;
  await discard(partial);
  await demandRoom(partial, manifest);
  try {
    say(`Restoring ${manifest.id} and ${segments.length} files of the log…`);
    await layOut(line, manifest, segments, partial);
    say('Replaying the log…');
    const cluster = await recover(partial, secrets.superuserPassword, wanted.until);
    try {
      await settle(cluster, secrets);
    } finally {
      await closeRecovered(cluster);
    }
    // Only what was recovered gets the name of a database: a killed restore leaves nothing that looks like one.
    renameSync(partial, folder);
    return manifest;
  } finally {
    await discard(partial);
  }
}

async function main(): Promise<void> {
  if (readSettings(env).external) throw new SettingsError(EXTERNAL);
  const asked = wanted();
  demandNothingThere(asked);
  demandBuilt();
  const began = Date.now();
  const store = await openStore(asked.from, env);
  const secrets = secretsFor(asked);
  await Lock.hold(asked.dataDir);
  const { folder } = postgresFolder(asked.dataDir, secrets);
  demandNothingThere(asked, folder);
  const line = await chooseLine(store, backupKeys(env, secrets), asked.line);
  const { auditHeads } = await layOutAndRecover(asked, line, secrets, folder);
  if (auditHeads) writeFileSync(join(asked.dataDir, 'audit-heads.json'), auditHeads, { mode: 0o600 });
  say(`Restored in ${((Date.now() - began) / 1000).toFixed(1)} s. Start it: KEEL_DATA_DIR=${asked.dataDir} npm start`);
}

await tell(main);
process.exit();
