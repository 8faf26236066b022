const MONTHS: Readonly<Record<string, number>> = {
  jan: 1, janv: 1, january: 1, janvier: 1,
  feb: 2, fev: 2, fevr: 2, february: 2, fevrier: 2,
  mar: 3, mars: 3, march: 3,
  apr: 4, avr: 4, april: 4, avril: 4,
  may: 5, mai: 5,
  jun: 6, june: 6, juin: 6,
  jul: 7, july: 7, juil: 7, juillet: 7,
  aug: 8, aout: 8, august: 8,
  sep: 9, sept: 9, september: 9, septembre: 9,
  oct: 10, october: 10, octobre: 10,
  nov: 11, november: 11, novembre: 11,
  dec: 12, december: 12, decembre: 12,
}; // prettier-ignore

export interface ReadBirths {
  /** Every day it may mean, `YYYY-MM-DD`. */
  dates: string[];
  /** What was typed beside it. */
  rest: string;
  /** Digits without anything between them, which a phone number or a name may have too. */
  maybePhone?: true;
}

/** No further number beside it, as in one that is dialled. */
const NUMERIC = /(?<!\d[-/. ]*|-)(\d{1,4})[-/. ]+(\d{1,2})[-/. ]+(\d{1,4})(?![-/. ]*\d|-)/u;
const RUN = /^\s*(\d{8})\s*$/u;
/** A year alone: what else there is are words. */
const YEAR = /^(\D*(?<![^\s(]))(\d{4})((?![^\s),.])\D*)$/u;
const DAY_FIRST =
  /(?:(?<!\p{L})(?:le|the) )?(?<!\p{L}|\d)(\d{1,2})(?:er|st|nd|rd|th)?[-/. ]*(?:(?:of|de) )?(\p{L}{3,9})\.?,?[-/. ]*'?(\d{4}|\d{2})(?!\d)/iu;
const MONTH_FIRST = /(?<!\p{L})(\p{L}{3,9})\.?[-/. ]*(\d{1,2})(?:er|st|nd|rd|th)?(?:,[-/. ]*|[-/. ]+)'?(\d{4}|\d{2})(?!\d)/iu;
const YEAR_FIRST = /(?<!\d)(\d{4})[-/. ]*(\p{L}{3,9})\.?[-/. ]*(\d{1,2})(?!\d)/u;

/** A date of birth as people write or say it, in either language and either order of day and month, or a year beside a name; or undefined. */
export function readBirths(text: string): ReadBirths | undefined {
  const run = RUN.exec(text)?.[1];
  if (run) {
    const dates = daysOf([
      [run.slice(0, 4), run.slice(4, 6), run.slice(6)],
      [run.slice(4), run.slice(2, 4), run.slice(0, 2)],
      [run.slice(4), run.slice(0, 2), run.slice(2, 4)],
    ]);
    return dates.length > 0 ? { dates, rest: '', maybePhone: true } : undefined;
  }
  const plain = text.normalize('NFKD').replace(/\p{M}+/gu, '');
  return numeric(plain) ?? named(plain) ?? yearBeside(plain);
}

/** Every day of a year that is said beside a name. */
function yearBeside(text: string): ReadBirths | undefined {
  const [, before = '', year = '', after = ''] = YEAR.exec(text) ?? [];
  const rest = `${before} ${after}`;
  if (!/\p{L}/u.test(rest)) return undefined;
  const months = Array.from({ length: 12 }, (_, month) => String(month + 1));
  const days = Array.from({ length: 31 }, (_, day) => String(day + 1));
  const dates = daysOf(months.flatMap((month) => days.map((day) => [year, month, day] as const)));
  return Number(year) <= new Date().getUTCFullYear() && dates.length > 0 ? { dates, rest, maybePhone: true } : undefined;
}

function numeric(text: string): ReadBirths | undefined {
  const found = NUMERIC.exec(text);
  if (!found) return undefined;
  const [, a = '', b = '', c = ''] = found;
  const dates = daysOf([
    [a, b, c],
    [c, b, a],
    [c, a, b],
  ]);
  return dates.length > 0 ? { dates, rest: text.replace(found[0], ' ') } : undefined;
}

function named(text: string): ReadBirths | undefined {
  const tries: [RegExp, (parts: string[]) => [string, string, string]][] = [
    [YEAR_FIRST, ([y = '', m = '', d = '']) => [y, m, d]],
    [DAY_FIRST, ([d = '', m = '', y = '']) => [y, m, d]],
    [MONTH_FIRST, ([m = '', d = '', y = '']) => [y, m, d]],
  ];
  for (const [shape, order] of tries) {
    const found = shape.exec(text);
    const [year, month, day] = found ? order(found.slice(1)) : ['', '', ''];
    const number = MONTHS[month.toLowerCase()];
    const dates = number ? daysOf([[year, String(number), day]]) : [];
    if (found && dates.length > 0) return { dates, rest: text.replace(found[0], ' ') };
  }
  return undefined;
}

/** The days that exist among these years, months and days. */
function daysOf(triples: readonly (readonly [string, string, string])[]): string[] {
  const days = triples.flatMap(([year, month, day]) => yearsOf(year).map((one) => civil(one, Number(month), Number(day))));
  return [...new Set(days.filter((day) => day !== undefined))];
}

/** Of two digits the last century and this one; nobody was born in a year to come. */
function yearsOf(text: string): number[] {
  if (text.length === 4) return [Number(text)];
  if (text.length !== 2) return [];
  return [1900, 2000].map((century) => century + Number(text)).filter((year) => year <= new Date().getUTCFullYear());
}

/** `YYYY-MM-DD` of a day that exists between 1880 and 2199, or undefined. */
export function civil(year: number, month: number, day: number): string | undefined {
  if (year < 1880 || year > 2199) return undefined;
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? date.toISOString().slice(0, 10) : undefined;
}
