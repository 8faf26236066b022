import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** Scripts that a receipt can print, in the order in which they are tried for a letter. */
const SUBSETS = ['latin', 'latin-ext', 'vietnamese', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext'] as const;
export type FontName = `${(typeof SUBSETS)[number]}-${400 | 700}`;

const RANGES: readonly [number, number, (typeof SUBSETS)[number]][] = [
  [0x0000, 0x00ff, 'latin'],
  [0x0100, 0x02ba, 'latin-ext'],
  [0x0300, 0x0301, 'vietnamese'],
  [0x0370, 0x03ff, 'greek'],
  [0x0400, 0x045f, 'cyrillic'],
  [0x0460, 0x052f, 'cyrillic-ext'],
  [0x1e00, 0x1e9f, 'latin-ext'],
  [0x1ea0, 0x1ef9, 'vietnamese'],
  [0x1f00, 0x1fff, 'greek-ext'],
  [0x2000, 0x206f, 'latin'],
  [0x20a0, 0x20c0, 'latin-ext'],
];

/** Noto Sans (OFL) comes in one file per script; PDF text must name the file that has each letter. */
export function fontFile(name: FontName): Buffer {
  const [weight] = /\d+$/.exec(name) ?? ['400'];
  const subset = name.slice(0, -weight.length - 1);
  return readFileSync(require.resolve(`@fontsource/noto-sans/files/noto-sans-${subset}-${weight}-normal.woff`));
}

export interface TextRun {
  font: FontName;
  text: string;
}

/** Cuts a text into runs of one font each; a letter of no font becomes U+00B7, so that its place is seen. */
export function runs(text: string, weight: 400 | 700): TextRun[] {
  const result: TextRun[] = [];
  for (const letter of text.normalize('NFC')) {
    const subset = subsetOf(letter.codePointAt(0) ?? 0);
    const font: FontName = `${subset ?? 'latin'}-${weight}`;
    const shown = subset ? letter : '·';
    const last = result.at(-1);
    if (last?.font === font) last.text += shown;
    else result.push({ font, text: shown });
  }
  return result;
}

/** False where a receipt would show dots for letters of this text. */
export function isPrintable(text: string): boolean {
  return [...text.normalize('NFC')].every((letter) => subsetOf(letter.codePointAt(0) ?? 0) !== undefined);
}

function subsetOf(code: number): (typeof SUBSETS)[number] | undefined {
  return RANGES.find(([from, to]) => code >= from && code <= to)?.[2];
}
