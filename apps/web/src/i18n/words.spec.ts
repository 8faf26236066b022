import { en } from './en.js';
import { fr } from './fr.js';

/** Every text by its dotted key. */
function texts(words: object, base = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
      typeof value === 'string' ? [[`${base}${key}`, value] as const] : [...texts(value as object, `${base}${key}.`)],
    ),
  );
}

const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();

describe('the words', () => {
  const french = texts(fr);
  it.each([...texts(en)])('say %s in both languages with the same placeholders', (key, english) => {
    expect(french.get(key)?.trim()).toBeTruthy();
    expect(placeholders(french.get(key) ?? '')).toEqual(placeholders(english));
  });

  it('set French punctuation apart by a space that does not break', () => {
    for (const text of french.values()) expect(text).not.toMatch(/[^\u00a0]([?!;»])|[^\u00a0\d]:(?!\/)/);
  });
});
