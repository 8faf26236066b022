/** Letters as one would type them on a plain keyboard, in words. */
function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** So many letters of a word may be wrong; short words must be right, since everything is like them. */
const slips = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

/** Whether each typed word begins a word of the text, in any order and with a slip of the fingers or two. */
export function isAlike(typed: string, text: string): boolean {
  const words = wordsOf(text);
  return wordsOf(typed).every((word) => words.some((one) => begins(word, one)));
}

/** Whether `typed` is the beginning of `word`, but for slips. */
function begins(typed: string, word: string): boolean {
  if (word.startsWith(typed)) return true;
  const most = slips(typed);
  if (most === 0) return false;
  // A letter too many or too few moves where the beginning ends.
  for (let length = typed.length - most; length <= typed.length + most; length++) {
    if (distance(typed, word.slice(0, length)) <= most) return true;
  }
  return false;
}

/** How many letters to change, add, drop or swap with their neighbour (Damerau and Levenshtein, without edits of edits). */
function distance(one: string, other: string): number {
  let [before, last] = [[] as number[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      row.push(swapped ? Math.min(cost, (before[j - 2] ?? 0) + 1) : cost);
    }
    [before, last] = [last, row];
  }
  return last[other.length] ?? 0;
}
