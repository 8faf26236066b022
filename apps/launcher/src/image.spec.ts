import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ROOT } from './settings.ts';

type Versions = Record<string, string>;

interface Lock {
  importers: Record<
    string,
    { dependencies?: Record<string, { version: string }>; optionalDependencies?: Record<string, { version: string }> }
  >;
  snapshots: Record<string, { dependencies?: Versions; optionalDependencies?: Versions }>;
}

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const lock = parse(read('pnpm-lock.yaml')) as Lock;
const sbom = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts['sbom'] ?? '';
/** The projects that a command of pnpm's leaves out, by their folders. */
const leftOutBy = (command: string) => [...command.matchAll(/--filter '!@keel\/([\w-]+)'/g)].map(([, name]) => `apps/${name}`);

/** The names of all packages that run for these projects, however far down. */
function packagesOf(projects: string[]): Set<string> {
  const [names, seen] = [new Set<string>(), new Set<string>()];
  const next = projects.flatMap((project) => {
    const { dependencies = {}, optionalDependencies = {} } = lock.importers[project] ?? {};
    return Object.entries({ ...dependencies, ...optionalDependencies }).map(([name, { version }]) => [name, version] as const);
  });
  for (let found = next.pop(); found; found = next.pop()) {
    const [name, version] = found;
    const key = `${name}@${version}`;
    if (seen.has(key)) continue;
    seen.add(key);
    names.add(name);
    const { dependencies = {}, optionalDependencies = {} } = lock.snapshots[key] ?? {};
    next.push(...Object.entries({ ...dependencies, ...optionalDependencies }));
  }
  return names;
}

const ONLY_TRYING = ['@faker-js/faker', '@axe-core/playwright', 'playwright-core', '@keel/demo', '@keel/e2e', 'jest'];

describe('what a clinic runs', () => {
  it.each([
    ['image', read('Dockerfile')],
    ['list of its parts', sbom],
  ])('has nothing in its %s that only tries it out: no invented people, no tests of screens', (_name, command) => {
    const leftOut = leftOutBy(command);
    expect(leftOut).toEqual(expect.arrayContaining(['apps/bench', 'apps/demo', 'apps/e2e']));
    const packages = packagesOf(Object.keys(lock.importers).filter((project) => !leftOut.includes(project)));
    expect(packages.size).toBeGreaterThan(200);
    expect(ONLY_TRYING.filter((name) => packages.has(name))).toEqual([]);
    // The list could not find what it names by other names.
    expect(packagesOf(['apps/demo'])).toContain('@faker-js/faker');
  });

  it('holds none of their folders', () => {
    const gone = /rm -rf (apps\/.*?) node_modules\/\.pnpm/.exec(read('Dockerfile'))?.[1]?.split(' ');
    expect(gone).toEqual(['apps/bench', 'apps/demo', 'apps/e2e']);
    expect(readdirSync(join(ROOT, 'apps')).map((name) => `apps/${name}`)).toEqual(expect.arrayContaining(gone ?? []));
  });
});
