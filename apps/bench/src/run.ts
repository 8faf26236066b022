import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startApi } from './api.ts';
import { prepare } from './database.ts';
import { cpuSecondsOf } from './cpu.ts';
import type { Load, Measured } from './load.ts';
import { databaseResident, residentOf } from './memory.ts';
import { OPERATIONS } from './operations.ts';
import type { Options } from './options.ts';
import { type Figure, tableOf } from './report.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const TURNS_OF_A_LOAD = 200_000;
const say = (text: string) => process.stdout.write(`${text}\n`);

/** Measures every operation by a bare client and by the API, in turn, and prints the table. */
export async function run(options: Options): Promise<void> {
  const bench = await prepare(options, say);
  const api = await startApi(bench, options.profile).catch(async (error: unknown) => {
    await bench.stop();
    throw error;
  });
  try {
    const figures: Figure[] = [];
    const wanted = OPERATIONS.filter(({ name }) => options.only.length === 0 || options.only.includes(name));
    let loads = 0;
    const measure = (target: Load['target'], operation: string, connections: number) =>
      load({
        target,
        operation,
        connections,
        warmUpSeconds: options.warmUpSeconds,
        seconds: options.seconds,
        world: bench.world,
        url: target === 'api' ? api.url : bench.appUrl,
        firstTurn: loads++ * TURNS_OF_A_LOAD,
      });
    for (const { name, title, goal } of wanted) {
      for (const connections of options.connections) {
        const bare = await measure('bare', name, connections);
        const began = cpuSecondsOf(api.pid);
        const measured = await measure('api', name, connections);
        const cpuMs = began === undefined ? undefined : (((cpuSecondsOf(api.pid) ?? began) - began) * 1000) / measured.total;
        figures.push({ operation: name, title, connections, api: measured, bare, cpuMs, ratio: measured.perSecond / bare.perSecond, goal });
        say(`${title}, ${connections} at once: ${measured.perSecond.toFixed(0)} of ${bare.perSecond.toFixed(0)} a second`);
      }
    }
    const memory = { api: residentOf(api.pid), database: databaseResident(bench.postmaster) };
    say(`\n${tableOf(figures)}\n`);
    say(`Resident: API ${mebibytes(memory.api?.now)} (peak ${mebibytes(memory.api?.peak)}), database ${mebibytes(memory.database)}.`);
    if (options.json) writeFileSync(options.json, JSON.stringify({ size: bench.world.size, figures, memory }, null, 2));
  } finally {
    await api.stop();
    await bench.stop();
  }
}

const mebibytes = (value: number | undefined) => (value === undefined ? 'not known here' : `${value.toFixed(0)} MiB`);

/** Runs one load in a process of its own and takes its figures. */
async function load(load: Load): Promise<Measured> {
  const args = ['--disable-warning=ExperimentalWarning', join(HERE, 'load.ts'), JSON.stringify(load)];
  const run = promisify(execFile)(process.execPath, args).catch((error: unknown) => {
    // Only what the load itself said: its arguments hold the address of the database.
    const said = typeof error === 'object' && error !== null && 'stderr' in error ? String(error.stderr) : '';
    throw new Error(`The load "${load.operation}" on ${load.target} failed:\n${said}`);
  });
  return JSON.parse((await run).stdout) as Measured;
}
