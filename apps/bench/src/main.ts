// `npm run bench`: how much of a bare pg client's speed the API keeps, on the same tables in the same run.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readOptions } from './options.ts';

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL('../../launcher/src/build.mjs', import.meta.url))], {
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The build failed; see above');
  // Only now is everything there that the rest imports: on a fresh clone it was built a moment ago.
  if (options.storm) await (await import('./storm.ts')).measureStorm(options);
  else if (options.kills) await (await import('./kills.ts')).measureKills(options);
  else if (options.events) await (await import('./events.ts')).measureEvents(options);
  else await (await import('./run.ts')).run(options);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
