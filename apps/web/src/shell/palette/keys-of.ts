const SIGNS: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓', Escape: 'Esc' };

/** The keys of a shortcut as they are printed on a keyboard: `Ctrl+k` is Ctrl and K. */
export function keysOf(keys: string): string[] {
  const parts = keys === '+' ? ['+'] : keys.split('+');
  return parts.map((key) => SIGNS[key] ?? (key.length === 1 ? key.toUpperCase() : key));
}
