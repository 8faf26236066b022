import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_THEME } from '@mantine/core';
import { cssVariables, theme } from '../ui/theme.js';

const style = readFileSync(join(import.meta.dirname, 'style.css'), 'utf8');

/** The tokens of one rule of the style sheet. */
function tokensOf(selector: string): Record<string, string> {
  const rule = style.split(`${selector} {`)[1]?.split('}')[0] ?? '';
  return Object.fromEntries([...rule.matchAll(/(--mantine-[\w-]+): ([^;]+);/g)].map(([, name = '', value = '']) => [name, value]));
}

describe('the look of the patient pages', () => {
  const [light, dark] = [tokensOf(':root'), tokensOf(":root[data-mantine-color-scheme='dark']")];
  const staff: Record<'light' | 'dark', Record<string, string>> = cssVariables(DEFAULT_THEME);

  it('has the colours of the staff’s pages, in light and dark', () => {
    const shared = ['dimmed', 'error', 'anchor'].map((name) => `--mantine-color-${name}`);
    for (const name of shared) expect([name, light[name], dark[name]]).toEqual([name, staff.light[name], staff.dark[name]]);
    for (const shade of [5, 8, 9]) expect(light[`--mantine-color-keel-${shade}`]).toBe(theme.colors?.['keel']?.[shade]);
    expect(light['--mantine-color-gray-1']).toBe(DEFAULT_THEME.colors.gray[1]);
    expect(light['--mantine-color-default-border']).toBe(DEFAULT_THEME.colors.gray[4]);
    for (const [name, shade] of [
      ['text', 0],
      ['body', 7],
    ] as const)
      expect(dark[`--mantine-color-${name}`]).toBe(DEFAULT_THEME.colors.dark[shade].toLowerCase());
  });

  it('gives a value to every token of ui/ that is used here', () => {
    const used = ['../ui/base.css', '../ui/updated.module.css', '../ui/icons.tsx', 'style.css']
      .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
      .flatMap((text) => [...text.matchAll(/var\((--mantine-[\w-]+)\)/g)].map(([, name = '']) => name));
    expect(used.length).toBeGreaterThan(20);
    expect([...new Set(used)].filter((name) => !(name in light))).toEqual([]);
  });
});
