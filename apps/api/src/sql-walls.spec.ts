import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const SOURCES = import.meta.dirname;
const MODULES = ['platform', 'identity', 'patients', 'scheduling', 'clinical', 'billing', 'messaging', 'reporting', 'portal'];

/** Tables that another module made first: the migrations of a release stay where they are. */
const MOVED: Readonly<Record<string, string>> = { timeline_entry: 'reporting' };

/** The module of each table. Views are in nobody's: they are published. */
type Tables = ReadonlyMap<string, string>;

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map(({ parentPath, name }) => join(parentPath, name));
const isMigration = (file: string) => file.includes('/migrations/');
const isTest = (file: string) => /(\.(e2e-)?spec|\/testing)\.ts$/.test(file);

/** The tables that the migrations of each module make. */
function tablesOf(migrations: ReadonlyMap<string, readonly string[]>): Tables {
  const tables = new Map(Object.entries(MOVED));
  for (const [module, texts] of migrations) {
    for (const text of texts) {
      for (const [, made, renamed] of text.matchAll(
        /CREATE (?:UNLOGGED )?TABLE (?:IF NOT EXISTS )?(\w+)|ALTER TABLE \w+ RENAME TO (\w+)/g,
      )) {
        const name = made ?? renamed ?? '';
        tables.set(name, tables.get(name) ?? module);
      }
    }
  }
  return tables;
}

const NAMES = [
  /\b(?:FROM|JOIN|INTO|UPDATE|USING|TABLE)\s+(?:ONLY\s+|LATERAL\s+)?(\w+)/g,
  // The second of `FROM one a, two b`.
  /\bFROM\s+\w+(?:\s+(?:AS\s+)?\w+)?\s*,\s*(\w+)/g,
  // A name that is handed to a piece of SQL which puts it after FROM.
  /\bwithVoices\('(\w+)'/g,
];

/** The tables of other modules that a text of this one names. */
function strangersIn(module: string, text: string, tables: Tables): string[] {
  const named = NAMES.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name = '']) => name));
  return [...new Set(named)].filter((name) => tables.has(name) && tables.get(name) !== module);
}

const migrations = new Map(
  MODULES.map((module) => [
    module,
    filesOf(join(SOURCES, module))
      .filter(isMigration)
      .toSorted()
      .map((file) => readFileSync(file, 'utf8')),
  ]),
);
const tables = tablesOf(migrations);

describe('the SQL of a module', () => {
  it('is held to tables that are found in the migrations', () => {
    expect(tables.get('appointment')).toBe('scheduling');
    expect(tables.get('timeline_entry')).toBe('reporting');
    expect(tables.size).toBeGreaterThan(60);
    expect(strangersIn('reporting', 'SELECT 1 FROM clinic_card c JOIN appointment a ON true', tables)).toEqual(['appointment']);
    expect(strangersIn('billing', 'DELETE FROM invoice i USING patient p', tables)).toEqual(['patient']);
    expect(strangersIn('billing', 'SELECT 1 FROM invoice i, note n', tables)).toEqual(['note']);
  });

  it.each(MODULES)('names its own tables and what others publish, and nothing else: %s', (module) => {
    const faults = filesOf(join(SOURCES, module))
      .filter((file) => !isMigration(file) && !isTest(file))
      .flatMap((file) =>
        strangersIn(module, readFileSync(file, 'utf8'), tables).map(
          (table) => `${relative(SOURCES, file)} names ${table} of ${tables.get(table)}`,
        ),
      );
    // Call down to the module that owns it, or have it publish a view (publishedView in platform/database/tenant-table.ts).
    expect(faults).toEqual([]);
  });
});
