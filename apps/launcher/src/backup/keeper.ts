// Runs beside the API while Keel runs: takes the closed files of PostgreSQL's log to where the backups lie, makes a base backup
// whenever the last one is old enough, restores it once to see that it can be, and removes what is no longer needed.
import { setTimeout as sleep } from 'node:timers/promises';
import { readSettings } from '../settings.ts';
import { loadSecrets } from '../secrets.ts';
import { SettingsError } from '../settings-error.ts';
import { withFiles } from '../settings-files.ts';
import { withClient } from '../postgres/databases.ts';
import { drain, isInterrupted, waiting } from './archive.ts';
import { Installation } from './installation.ts';
import type { Line } from './line.ts';
import { prune } from './prune.ts';
import { backupKeys, backupSettings } from './settings.ts';
import { type BackupStatus, readStatus, writeStatus } from './status.ts';
import { openStore } from './open-store.ts';
import { discard } from './recover.ts';
import { inTurn } from './turn.ts';
import { verifyFolder } from './verify.ts';

const LOOK_EVERY_MS = 1_000;
/** A base backup that failed is tried again this soon. */
const AGAIN_MS = 15 * 60_000;
const LAST_WORDS_MS = 10_000;

const env = withFiles(process.env);
const settings = readSettings(env);
const wanted = backupSettings(env);
const secrets = loadSecrets(settings.dataDir);
const installation = new Installation(settings, secrets, env, backupKeys(env, secrets));
const { cluster } = installation;
const say = (text: string) => process.stdout.write(`${new Date().toISOString()} ${text}\n`);
const told = (error: unknown) =>
  error instanceof Error ? (error instanceof SettingsError ? error.message : (error.stack ?? error.message)) : String(error);

const stop = new AbortController();
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop.abort());
// The launcher is gone, so the next one starts another keeper.
if (process.connected) process.once('disconnect', () => process.exit(0));

const status: BackupStatus = readStatus(settings.dataDir) ?? { since: Date.now(), walSafeAt: Date.now() };
let notBefore = 0;
let base: Promise<void> | undefined;
/** The line whose log was found to lead from its last base backup to now. */
let followed: Line | undefined;

let lastSaid = '';

/** Said once, not every second. */
function failed(error: unknown): void {
  const text = told(error);
  if (text !== lastSaid) say(text);
  lastSaid = text;
}

async function connected(to: string): Promise<Line> {
  if (!(await cluster.runs())) throw new SettingsError('PostgreSQL does not answer; backups go on when it does.');
  return installation.line(await openStore(to, env));
}

async function look(line: Line): Promise<void> {
  // Asked first: what is before it is closed, so that nothing of it is missing once nothing waits.
  const current = followed === line ? undefined : await installation.currentSegment();
  await drain(cluster.walFolder, line);
  if ((await waiting(cluster.dataDir, cluster.walFolder)) === 0) {
    status.walSafeAt = Date.now();
    if (current) notBefore = await follow(line, current);
  }
  if (!base && followed === line && Date.now() >= notBefore) base = makeOne(line).finally(() => (base = undefined));
}

/** @returns when the next base backup is due */
async function follow(line: Line, current: string): Promise<number> {
  followed = line;
  const last = (await line.bases()).findLast(({ verified }) => verified);
  return !last || (await isInterrupted(line, last.id, current)) ? 0 : last.at.getTime() + wanted.everyMs;
}

async function makeOne(line: Line): Promise<void> {
  notBefore = Date.now() + AGAIN_MS;
  try {
    await inTurn(settings.dataDir, async () => {
      const manifest = await installation.makeBase(line);
      say(`Base backup ${manifest.id} is made (${Math.ceil(manifest.bytes / 1_048_576)} MiB); it is being restored to verify it.`);
      const found = await installation.verify(line, manifest.id);
      status.verifiedAt = new Date(manifest.startedAt).getTime();
      const gone = await prune(line, wanted.keep);
      say(`Base backup ${manifest.id} is verified: ${found}.${gone > 0 ? ` ${gone} older ones were removed.` : ''}`);
    });
    notBefore = Date.now() + wanted.everyMs;
  } catch (error) {
    failed(error);
  }
}

/** Keel has stopped and the database is about to: what was written last is closed and taken along, if that is possible soon. */
async function lastWords(line: Line): Promise<void> {
  await withClient(cluster.superuserUrl(), (client) => client.query('SELECT pg_switch_wal()'));
  const deadline = Date.now() + LAST_WORDS_MS;
  do {
    await sleep(100);
    await drain(cluster.walFolder, line);
  } while ((await waiting(cluster.dataDir, cluster.walFolder)) > 0 && Date.now() < deadline);
}

async function main(to: string): Promise<void> {
  let line: Line | undefined;
  while (!stop.signal.aborted) {
    try {
      line ??= await connected(to);
      await look(line);
    } catch (error) {
      // The store or the database is asked for anew.
      line = undefined;
      failed(error);
    }
    writeStatus(settings.dataDir, status);
    await sleep(LOOK_EVERY_MS);
  }
  if (line) await lastWords(line).catch(failed);
  await discard(verifyFolder(cluster.dataDir));
  writeStatus(settings.dataDir, status);
}

if (wanted.to) await main(wanted.to);
process.exit();
