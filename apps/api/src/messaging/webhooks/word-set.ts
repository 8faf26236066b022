/** The words of a text that is written down as a list. */
export const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));
