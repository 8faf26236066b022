/**
 * Beginnings of family names that are several words when written apart. One particle (de, al, mac) needs no entry: the
 * likeness of words bridges it. St is told from Stewart by the consonant after it, or by the saint.
 */
const BEGINNINGS: readonly (readonly [RegExp, readonly string[]])[] = [
  ...pairs('van', 'den', 'der', 'de', 'het', 'ter'),
  ...pairs('von', 'der', 'dem', 'den'),
  ...pairs('op', 'den', 'de'),
  ...pairs('de', 'los', 'las', 'la', 'les', 'le'),
  [/^sainte(?=[^aeiouy].{2})/u, ['sainte']],
  [/^saint(?=.{3})/u, ['saint']],
  [/^ste(?=(?:anne|catherine|croix|foy|genevieve|julie|lucie|marie|rose)$)/u, ['ste']],
  [/^st(?=[bcdfghjklmnpqstvz].{2})/u, ['st']],
  [/^st(?=(?:amand|amant|amour|andre|antoine|arnaud|aubin|eloi|etienne|ignace|onge|ours|robert|roch)$)/u, ['st']],
];
const SAINTS: Readonly<Record<string, string>> = { st: 'saint', ste: 'sainte', saint: 'st', sainte: 'ste' };

/** Words that people write before a name or as a part of it, and that are first names and whole family names too. */
const PARTICLES = new Set(
  (
    'a abu af al ap av ben bin bint d da das de del della den der des di do dos du el fitz ibn l la las le les lo los m mac mc n o ' +
    'op san santa st sta ste t te ten ter van ver vom von zu zum zur'
  ).split(' '),
);

/**
 * Every way in which the words of one name are looked for: as they are, written together (vandenberg), taken apart
 * (van den berg), and with Saint for St and the other way round.
 */
export function spellings(words: readonly string[]): string[] {
  const apart = words.flatMap(takeApart);
  const swapped = apart.map((word) => SAINTS[word] ?? word);
  const all = [...words, ...apart, ...swapped, together(words), together(swapped)];
  return [...new Set(all)].filter(Boolean);
}

/**
 * How a name that ends in a particle is written with the one after it: Le Roy may be given Le and called Roy, and so may Roy
 * Le of the family Roy be.
 */
export function acrossNames(names: readonly (readonly string[])[]): string[] {
  return names.flatMap((before, one) =>
    PARTICLES.has(before.at(-1) ?? '') ? names.flatMap((after, other) => (one === other ? [] : runOn(before.at(-1) ?? '', after))) : [],
  );
}

/** A particle with the word after it, and on through what are particles again. */
function runOn(particle: string, after: readonly string[]): string[] {
  const end = after.findIndex((word) => !PARTICLES.has(word));
  const words = end < 0 ? after : after.slice(0, end + 1);
  return words.length > 0 ? [particle + words.join('')] : [];
}

function pairs(first: string, ...seconds: readonly string[]): [RegExp, string[]][] {
  return seconds.map((second) => [new RegExp(`^${first}${second}(?=.{3})`, 'u'), [first, second]]);
}

function together(words: readonly string[]): string {
  return words.length > 1 ? words.join('') : '';
}

function takeApart(word: string): readonly string[] {
  const found = BEGINNINGS.find(([beginning]) => beginning.test(word));
  return found ? [...found[1], word.replace(found[0], '')] : [word];
}
