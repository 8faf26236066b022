// `npm run backup`: makes a base backup now, of a Keel that runs or stands still; --verify restores it once to see that it can
// be, --list says what there is, --to names another place than KEEL_BACKUP_TO.
import { parseArgs } from 'node:util';
import { Installation } from './backup/installation.ts';
import { Line, linesIn } from './backup/line.ts';
import { prune } from './backup/prune.ts';
import { EXTERNAL, tell } from './backup/said.ts';
import { backupKeys, backupSettings } from './backup/settings.ts';
import { openStore } from './backup/open-store.ts';
import type { Store } from './backup/store.ts';
import { inTurn } from './backup/turn.ts';
import { demandBuilt } from './built.ts';
import { Lock } from './lock.ts';
import { loadSecrets } from './secrets.ts';
import { demandItsDatabase, readSettings, type Settings } from './settings.ts';
import { SettingsError } from './settings-error.ts';
import { withFiles } from './settings-files.ts';

const say = (text: string) => process.stdout.write(`${text}\n`);
const env = withFiles(process.env);

async function list(store: Store, settings: Settings): Promise<void> {
  const { key } = backupKeys(env, loadSecrets(settings.dataDir));
  for (const head of await linesIn(store, key)) {
    const line = new Line(head, store, key);
    const fault = head.keyCheck === key.check ? (head.altered ? ' (line.json was altered)' : '') : ' (sealed with another key)';
    say(`Line ${head.line}, begun ${head.beganAt}${fault}`);
    for (const { id, at, verified } of await line.bases())
      say(`  ${id}  made ${at.toISOString()}  ${verified ? 'verified' : 'not verified'}`);
    const last = (await line.segments()).at(-1);
    if (last) say(`  and the log up to ${last.at.toISOString()}`);
  }
}

async function make(installation: Installation, store: Store, keep: number, verify: boolean): Promise<void> {
  const began = Date.now();
  const line = await installation.line(store);
  const manifest = await installation.makeBase(line, say);
  const seconds = (Date.now() - began) / 1000;
  const mib = (bytes: number) => (bytes / 1_048_576).toFixed(0);
  say(
    `Base backup ${manifest.id} is in ${store.address}: ${mib(manifest.bytes)} MiB, sealed ${mib(manifest.storedBytes)} MiB, in ${seconds.toFixed(1)} s.`,
  );
  if (verify) say(`It was restored beside the data and is whole: ${await installation.verify(line, manifest.id)}.`);
  await prune(line, keep);
  say(`Keep a copy of ${installation.settings.dataDir}/secrets.json apart from the backups: without it they open nothing.`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { to: { type: 'string' }, verify: { type: 'boolean' }, list: { type: 'boolean' } } });
  const settings = readSettings(env);
  if (settings.external) throw new SettingsError(EXTERNAL);
  const wanted = backupSettings(env);
  const to = values.to ?? wanted.to;
  if (!to) throw new SettingsError('Say where the backup goes: npm run backup -- --to <folder or s3://…>, or set KEEL_BACKUP_TO.');
  const store = await openStore(to, env);
  if (values.list) return list(store, settings);
  demandBuilt();
  const secrets = loadSecrets(settings.dataDir);
  const installation = new Installation(settings, secrets, env, backupKeys(env, secrets));
  await inTurn(settings.dataDir, async () => {
    const runs = await installation.cluster.runs();
    // Keel stands still: nobody may start it while its database is borrowed.
    if (!runs) {
      await Lock.hold(settings.dataDir);
      demandItsDatabase(settings.dataDir, installation.cluster.dataDir, secrets);
      await installation.cluster.start();
    }
    try {
      await make(installation, store, wanted.keep, values.verify ?? false);
    } finally {
      if (!runs) await installation.cluster.stop();
    }
  });
}

await tell(main);
process.exit();
