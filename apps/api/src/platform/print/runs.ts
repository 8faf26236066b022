import bidiFactory from 'bidi-js';
import type { Letter } from './letters.js';

/** Letters of one font and one direction, which are shaped and drawn together. */
export interface Run {
  face: string;
  rightToLeft: boolean;
  text: string;
  /** Where something else is drawn than was typed. */
  typed?: string;
}

// The package is CommonJS: Node gives the function itself, its types a module around it.
const bidi = (bidiFactory as unknown as typeof bidiFactory.default)();

/** Runs of one font, in the order of reading: what measuring needs. */
export function fontRuns(letters: readonly Letter[]): Pick<Run, 'face' | 'text'>[] {
  const runs: { face: string; text: string }[] = [];
  for (const { face, shown } of letters) {
    const last = runs.at(-1);
    if (last?.face === face) last.text += shown;
    else runs.push({ face, text: shown });
  }
  return runs;
}

/**
 * The runs of a line from left to right, by the Unicode bidirectional algorithm (UAX 9). A line with any left-to-right letter reads
 * from the left, as the paper around it does; one that is all Arabic or Hebrew from the right.
 */
export function visualRuns(letters: readonly Letter[]): Run[] {
  const text = letters.map(({ shown }) => shown).join('');
  const embedding = bidi.getEmbeddingLevels(text, /\p{L}/u.test(text.replaceAll(RIGHT_TO_LEFT, '')) ? 'ltr' : 'auto');
  const runs: (Run & { level: number })[] = [];
  let at = 0;
  for (const { face, shown, typed } of letters) {
    const level = embedding.levels[at] ?? 0;
    at += shown.length;
    const last = runs.at(-1);
    const run = { face, level, rightToLeft: level % 2 === 1, text: shown };
    if (shown !== typed) runs.push({ ...run, typed });
    else if (last?.face === face && last.level === level && last.typed === undefined) last.text += shown;
    else runs.push(run);
  }
  return turned(runs).map(({ level: _, ...run }) => run);
}

const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}]/gu;

/** Rule L2: from the highest level down to 1, each stretch of runs at that level or above is turned round. */
function turned<R extends { level: number }>(runs: readonly R[]): R[] {
  let result = [...runs];
  for (let level = Math.max(0, ...runs.map((run) => run.level)); level > 0; level--) {
    const next: R[] = [];
    let stretch: R[] = [];
    for (const run of result) {
      if (run.level >= level) stretch.unshift(run);
      else {
        next.push(...stretch, run);
        stretch = [];
      }
    }
    result = [...next, ...stretch];
  }
  return result;
}
