import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

/** Stamps of before are milliseconds since 1970; the last of them was written then. */
const LAST_IN_MILLISECONDS = 1_795_990_900_000;

const pascal = (slug: string) => slug.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());

const files = globSync('*/migrations/*.ts', { cwd: import.meta.dirname });
const written = files.map((file) => {
  const [, name = '', stamp = ''] = /export class (\w+?)(\d{13}) /.exec(readFileSync(`${import.meta.dirname}/${file}`, 'utf8')) ?? [];
  return { file: basename(file, '.ts'), name, stamp: Number(stamp) };
});

it('are applied one after another: no two migrations were written at the same moment', () => {
  expect(written.length).toBeGreaterThan(100);
  const stamps = written.map(({ stamp }) => stamp).toSorted((a, b) => a - b);
  expect(stamps.filter((stamp, index) => stamp === stamps[index - 1])).toEqual([]);
});

// TypeORM applies them by the thirteen digits at the end of the class, whatever module they are of: date, time, and a digit more.
it.each(written.filter(({ stamp }) => stamp > LAST_IN_MILLISECONDS))(
  '$file says when it was written, and what it does',
  ({ file, name, stamp }) => {
    const [, date = '', time = '', slug = ''] = /^(\d{4}-\d{2}-\d{2})-(\d{4})-([a-z0-9-]+)$/.exec(file) ?? [];
    expect(pascal(slug)).toBe(name);
    expect(String(stamp).slice(0, 12)).toBe(`${date}${time}`.replaceAll('-', ''));
    const moment = new Date(`${date}T${time.slice(0, 2)}:${time.slice(2)}:00Z`);
    expect(moment.toISOString().slice(0, 16).replace(/[-T:]/g, '')).toBe(String(stamp).slice(0, 12));
  },
);
