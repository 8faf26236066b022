/** How wide a text is drawn, in pixels. */
export type Measure = (text: string, bold: boolean) => number;

export interface CardRoom {
  /** For text, beside the picture of the state. */
  width: number;
  lines: number;
}

export interface CardText<Flag extends string> {
  /** The whole name, or a shorter way to write it; never a part of it that is cut off. */
  name: string;
  /** True where what the appointment is for has room too. */
  service: boolean;
  flags: readonly Flag[];
  /** True where the flags have a line of their own, below. */
  below: boolean;
}

/** One picture and its distance to the next. */
export const FLAG_WIDTH = 17;

interface Words {
  text: string;
  bold: boolean;
}

/** A name, and shorter ways to write it: Amélie Roy, A. Roy, A. R. */
export function waysToWrite(name: string): string[] {
  const [first = '', ...rest] = name.split(' ');
  if (rest.length === 0) return [name];
  const initial = (word: string) => `${[...word][0] ?? ''}.`;
  return [name, [initial(first), ...rest].join(' '), [first, ...rest].map(initial).join(' ')];
}

interface Wish<Flag extends string> {
  name: string;
  service: string;
  /** The most important first. */
  flags: readonly Flag[];
}

/** What of an appointment is written on its card, and how: all of it where there is room, and no word that is cut off. */
export function fitCard<Flag extends string>(wish: Wish<Flag>, room: CardRoom, measure: Measure): CardText<Flag> {
  const beside = fitDrawer(wish, room, measure);
  if (room.lines === 1 || wish.flags.length === 0) return beside;
  const below = fitWords(wish, { ...room, lines: room.lines - 1 }, measure);
  const better = beside.flags.length < wish.flags.length || below.name.length > beside.name.length || (below.service && !beside.service);
  return better ? { name: below.name, service: below.service, flags: wish.flags, below: true } : beside;
}

/** Flags in the first line: the least important one goes first, where even the shortest name has no room. */
function fitDrawer<Flag extends string>(wish: Wish<Flag>, room: CardRoom, measure: Measure): CardText<Flag> {
  for (let shown = wish.flags.length; ; shown--) {
    const words = fitWords(wish, { ...room, width: room.width - shown * FLAG_WIDTH }, measure);
    if (words.fits || shown === 0) return { name: words.name, service: words.service, flags: wish.flags.slice(0, shown), below: false };
  }
}

function fitWords({ name, service }: Wish<string>, { width, lines }: CardRoom, measure: Measure) {
  const ways = waysToWrite(name);
  const fitting = ways.find((text) => linesOf([{ text, bold: true }], width, measure) <= lines);
  const written = fitting ?? ways.at(-1) ?? name;
  const both = [
    { text: written, bold: true },
    { text: service, bold: false },
  ];
  return { name: written, service: linesOf(both, width, measure) <= lines, fits: fitting !== undefined };
}

/** How many lines the words fill when each goes on the first line that has room; none that is too long for any counts as endless. */
function linesOf(parts: readonly Words[], width: number, measure: Measure): number {
  let lines = 1;
  let used = 0;
  for (const { text, bold } of parts) {
    for (const word of text.split(' ')) {
      const wide = measure(word, bold);
      if (wide > width) return Infinity;
      const space = used === 0 ? 0 : measure(' ', bold);
      if (used + space + wide <= width) used += space + wide;
      else {
        lines++;
        used = wide;
      }
    }
  }
  return lines;
}
