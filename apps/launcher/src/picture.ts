// `npm run picture`: draws who imports whom into docs/architecture.md, from the sources; with --check it only says whether it is current.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawn, type Import, withPicture } from './picture/drawn.ts';
import { ROOT } from './settings.ts';

const PAGE = join(ROOT, 'docs/architecture.md');

interface Cruised {
  modules: { source: string; dependencies: { resolved: string }[] }[];
}

const cruiser = join(ROOT, 'node_modules/.bin/depcruise');
const options = ['--config', '.dependency-cruiser.cjs', '--include-only', '^(apps|libs)/[^/]+/(src|dist)/', '--output-type', 'json'];
const cruised = spawnSync(cruiser, [...options, 'apps', 'libs'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
if (!cruised.stdout) {
  process.stderr.write(`The imports could not be read:\n${cruised.stderr}\n`);
  process.exit(1);
}
const imports = (JSON.parse(cruised.stdout) as Cruised).modules.flatMap(({ source, dependencies }): Import[] =>
  dependencies.map(({ resolved }) => ({ from: source, to: resolved })),
);
const before = readFileSync(PAGE, 'utf8');
const after = withPicture(before, drawn(imports));
if (process.argv.includes('--check')) {
  if (before !== after)
    process.stderr.write('The picture in docs/architecture.md is of former imports: run npm run picture and commit it\n');
  process.exit(before === after ? 0 : 1);
}
writeFileSync(PAGE, after);
process.stdout.write(before === after ? 'The picture was current.\n' : 'Drawn into docs/architecture.md.\n');
