import fc from 'fast-check';
import { session } from '../testing/session.js';
import { parseSearch, searchKey } from './search-query.js';

/*
 * What PostgreSQL says of generated names: each is kept in one spelling and looked for in others, thousands in one statement.
 */
const STEMS = ['Berg', 'Pierre', 'Marie', 'Écuyer', 'Brien', 'Côté', 'Masri', 'Nguyễn', 'Tremblay', 'Łuczak', 'Ahumanu', 'Roy', 'Björk'];
const GIVEN = ['Zoé', 'Ben', 'Van', 'Le', 'El', 'Al', 'Marie', 'Jean-Pierre', 'Mary Ann', 'Seán', 'Van Anh', 'Ngọc Le', 'Da', 'Mac', ''];
const PARTICLES = [
  'van',
  'van den',
  'van der',
  'van de',
  'von der',
  'de',
  'de la',
  'de los',
  'du',
  'von',
  'al',
  'el',
  'bin',
  'Mc',
  'Le',
  'San',
  'dos',
];
const SAINTS = { st: ['St', 'St.', 'Saint', 'ST', 'saint'], ste: ['Ste', 'Ste.', 'Sainte', 'sainte'] };
const OF_SAINTS = { st: ['Onge', 'Pierre', 'Hilaire', 'Laurent', 'Amand'], ste: ['Marie', 'Croix'] };
const SIGNS = [..."'’‘ʻʼʹ`´′ʿʾ＇", '', ' '];

interface Family {
  parts: readonly string[];
  joint: 'particle' | 'apostrophe' | 'double' | 'saint' | 'none';
}
const stem = fc.constantFrom(...STEMS);
const family: fc.Arbitrary<Family> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...PARTICLES), stem)
    .map(([particle, word]) => ({ parts: [...particle.split(' '), word], joint: 'particle' as const })),
  fc.tuple(fc.constantFrom('O', 'D', 'L', 'N', 'M'), stem).map((parts) => ({ parts, joint: 'apostrophe' as const })),
  fc.tuple(stem, stem).map((parts) => ({ parts, joint: 'double' as const })),
  fc
    .constantFrom('st' as const, 'ste' as const)
    .chain((kind) => fc.constantFrom(...OF_SAINTS[kind]).map((word) => ({ parts: [kind, word], joint: 'saint' as const }))),
  fc.constantFrom(...STEMS, 'Le', 'Van', 'Ben', 'El').map((word) => ({ parts: [word], joint: 'none' as const })),
);

const spelling = fc.record({
  glue: fc.constantFrom('', ' ', '-'),
  sign: fc.constantFrom(...SIGNS),
  saint: fc.nat(4),
  bare: fc.boolean(),
  form: fc.constantFrom('NFC' as const, 'NFD' as const),
  letters: fc.constantFrom('as is', 'upper', 'lower'),
});
type Spelling = typeof spelling extends fc.Arbitrary<infer T> ? T : never;

/** One name as somebody writes it. */
function written(parts: readonly string[], joint: Family['joint'], how: Spelling): string {
  const forms = parts.map((part) =>
    joint === 'saint' && part in SAINTS ? (SAINTS[part as 'st'][how.saint % SAINTS[part as 'st'].length] ?? part) : part,
  );
  const text = forms.join(joint === 'apostrophe' ? how.sign : how.glue);
  return letters(joint === 'saint' && how.glue === '' ? text.replace('.', '') : text, how);
}

function letters(text: string, how: Spelling): string {
  const plain = how.bare ? text.normalize('NFD').replace(/\p{M}/gu, '') : text.normalize(how.form);
  return how.letters === 'upper' ? plain.toUpperCase() : how.letters === 'lower' ? plain.toLowerCase() : plain;
}

const person = fc.record({ given: fc.constantFrom(...GIVEN), family, kept: spelling, typed: spelling, familyFirst: fc.boolean() });

interface Sought {
  key: string;
  query: string;
  words: string[];
}

function soughtOf({
  given,
  family: { parts, joint },
  kept,
  typed,
  familyFirst,
}: typeof person extends fc.Arbitrary<infer T> ? T : never): Sought {
  // Whoever has a double name or is given one writes it with a space, a hyphen or in one word.
  const first = letters(given.replace(/[ -]/u, typed.glue), typed);
  const last = written(parts, joint, typed);
  const query = (familyFirst ? [last, first] : [first, last]).filter(Boolean).join(' ');
  const key = searchKey([letters(given, kept), null, written(parts, joint, kept)]);
  return { key, query, words: parseSearch(query).words };
}

/** As `search_patients` compares them. */
const MISSED = `SELECT s->>'key' AS key, s->>'query' AS query, w AS word
  FROM jsonb_array_elements($1::jsonb) AS s, jsonb_array_elements_text(s->'words') AS w
  WHERE word_similarity(w, s->>'key') < 0.5`;

it('whatever spelling a name is kept in, each of the others finds it', async () => {
  const { app } = await session('owner');
  const sought = fc.sample(person, { numRuns: 6000, seed: 20261128 }).map(soughtOf);
  expect(sought.every(({ words }) => words.length > 0)).toBe(true);
  expect(await app.sql(MISSED, [JSON.stringify(sought)])).toEqual([]);
});
