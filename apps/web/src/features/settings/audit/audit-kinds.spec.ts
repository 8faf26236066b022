import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AUDIT_KINDS, knownReason } from './audit-kinds.js';

const API = join(process.cwd(), 'apps/api/src');

it('has words for every kind of information that the API writes into its audit', () => {
  const written = globSync('**/*.ts', { cwd: API, exclude: (name) => /spec\.ts$|fixture/.test(name) }).flatMap((file) =>
    [...readFileSync(join(API, file), 'utf8').matchAll(/\bwhat: '([a-z._-]+)'/g)].map(([, what]) => what),
  );
  expect(new Set(written).size).toBeGreaterThan(25);
  expect([...new Set(written)].filter((what) => !(AUDIT_KINDS as readonly (string | undefined)[]).includes(what))).toEqual([]);
});

it.each([
  ['links withdrawn', 'links_withdrawn'],
  ['reader-left', 'reader_left'],
  ['address corrected', 'address_corrected'],
  ['answered again', 'answered_again'],
  ['patient not told', 'patient_not_told'],
  ['finding-withdrawn', 'finding_withdrawn'],
  ['unjustified', 'unjustified'],
  ['Covering for a colleague', undefined],
])('knows of %j whether Keel wrote it', (reason, known) => expect(knownReason(reason)).toBe(known));
