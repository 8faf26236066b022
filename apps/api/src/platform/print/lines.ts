import { isIdeograph, type Letter } from './letters.js';

export type Measure = (letters: readonly Letter[]) => number;

/** Lines of at most `width`: broken at blanks and between Chinese characters, and inside a word only where it is longer than a line. */
export function breakLines(letters: readonly Letter[], width: number, measure: Measure): Letter[][] {
  const lines: Letter[][] = [];
  let line: Letter[] = [];
  let used = 0;
  const close = () => {
    lines.push(withoutBlankEnd(line));
    line = [];
    used = 0;
  };
  for (const word of words(letters)) {
    if (word[0]?.shown === '\n') {
      close();
      continue;
    }
    if (line.length > 0 && used + measure(withoutBlankEnd(word)) > width) close();
    let rest = word;
    while (line.length === 0 && rest.length > 1 && measure(withoutBlankEnd(rest)) > width) {
      const fitting = longestFit(rest, width, measure);
      lines.push(rest.slice(0, fitting));
      rest = rest.slice(fitting);
    }
    line.push(...rest);
    used += measure(rest);
  }
  close();
  return lines;
}

/** Each with the blanks behind it; a line break is a word of its own. */
function words(letters: readonly Letter[]): Letter[][] {
  const result: Letter[][] = [];
  let before: Letter | undefined;
  for (const letter of letters) {
    const begins =
      !before ||
      letter.shown === '\n' ||
      before.shown === '\n' ||
      (before.shown === ' ' && letter.shown !== ' ') ||
      (isIdeograph(letter.shown) && isIdeograph(before.shown));
    if (begins) result.push([letter]);
    else result.at(-1)?.push(letter);
    before = letter;
  }
  return result;
}

function longestFit(word: readonly Letter[], width: number, measure: Measure): number {
  let [fits, fails] = [1, word.length];
  while (fails - fits > 1) {
    const middle = Math.floor((fits + fails) / 2);
    if (measure(word.slice(0, middle)) <= width) fits = middle;
    else fails = middle;
  }
  return fits;
}

function withoutBlankEnd(letters: readonly Letter[]): Letter[] {
  let end = letters.length;
  while (end > 0 && letters[end - 1]?.shown === ' ') end--;
  return letters.slice(0, end);
}
