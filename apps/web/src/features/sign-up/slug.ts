const SLUG = /^(?=.{3,60}$)[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST = 60;
/** Letters that fall apart into no plain one. */
const SPELT: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', '&': ' ' };

/** What the API takes as a clinic's address on the web. */
export function isSlug(text: string): boolean {
  return SLUG.test(text);
}

/** An address made of a clinic's name: "L’Érablière Physio" is `l-erabliere-physio`; empty where the name has nothing to spell it by. */
export function slugOf(name: string): string {
  const plain = name
    .toLowerCase()
    .replaceAll(/[œæßøł&]/g, (letter) => SPELT[letter] ?? '')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-');
  const slug = trimmed(plain.slice(0, LONGEST));
  return slug.length > 0 && slug.length < 3 ? `clinic-${slug}` : slug;
}

/** Another address beside a taken one: with the province, then with a number. */
export function otherSlug(taken: string, region: string): string {
  const [, base = taken, number] = /^(.*?)-(\d{1,3})$/.exec(taken) ?? [];
  if (number) return withEnd(base, String(Number(number) + 1));
  const place = region.toLowerCase();
  return place && !taken.endsWith(`-${place}`) ? withEnd(taken, place) : withEnd(taken, '2');
}

const withEnd = (base: string, end: string) => `${trimmed(base.slice(0, LONGEST - end.length - 1))}-${end}`;

function trimmed(text: string): string {
  return text.replaceAll(/^-+|-+$/g, '');
}
