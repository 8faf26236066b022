/** What a key makes of a text that has no field yet: a character is added, Backspace takes the last, others leave it. */
export function typedBy(typed: string, key: string): string {
  if (key === 'Backspace') return [...typed].slice(0, -1).join('');
  return [...key].length === 1 ? typed + key : typed;
}
