// `npm run bench -- --kills N`: under a steady mixed load the API, a PostgreSQL backend, the postmaster and the launcher are killed
// at random, N times; then everything is counted. What was acknowledged must be there, once.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../launcher/src/ports.ts';
import { Installation, type Part, PARTS } from './installation.ts';
import { countKills } from './kills-count.ts';
import { Day } from './kills-day.ts';
import type { Options } from './options.ts';
import { quantiles } from './report.ts';

const EVERY_MS = 12_000;

const say = (text: string) => process.stdout.write(`${text}\n`);

export async function measureKills({ kills, rate }: Pick<Options, 'kills' | 'rate'>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'keel-kills-'));
  const keel = new Installation(folder, await freePort());
  try {
    await keel.start();
    const day = await Day.open(keel.url, (sql) => keel.sql(sql));
    const load = day.drive(rate);
    const outages = await killAgainAndAgain(keel, kills);
    await sleep(EVERY_MS);
    const done = await load.end();
    say(
      `${done.length} appointments from booking to payment were acknowledged, in ${day.requests} requests of which ${day.repeated} were repeats.`,
    );
    for (const part of PARTS) say(`  ${part.padEnd(10)} ${line(outages.filter((one) => one.part === part).map(({ seconds }) => seconds))}`);
    for (const [name, times] of day.times) say(`  ${name.padEnd(10)} ${quantiles(times)}`);
    await countKills(keel, day, done, say);
  } finally {
    await keel.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const line = (seconds: number[]) =>
  seconds.length === 0
    ? 'not killed'
    : `killed ${seconds.length} times, ready again after ${Math.min(...seconds).toFixed(1)} to ${Math.max(...seconds).toFixed(1)} s`;

/** Waits after each until Keel is ready, so that the next one strikes something that works. */
async function killAgainAndAgain(keel: Installation, kills: number): Promise<{ part: Part; seconds: number }[]> {
  const outages: { part: Part; seconds: number }[] = [];
  for (let kill = 0; kill < kills; kill++) {
    await sleep(EVERY_MS * (0.5 + Math.random()));
    const part = PARTS[Math.floor(Math.random() * PARTS.length)] ?? 'api';
    const seconds = await keel.kill(part);
    say(`${String(kill + 1).padStart(3)} ${part}: ready again after ${seconds.toFixed(1)} s`);
    outages.push({ part, seconds });
  }
  return outages;
}
