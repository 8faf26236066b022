import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../settings.ts';

// docs/security.md is read by people who decide by it: what it names must be there, and its sums must be those of its rows.

const STATES = ['met', 'by reading', 'not applicable', 'open'];
/** ASVS 5.0.0: so many requirements of level 1 and of level 2 alone. */
const BY_LEVEL = { 1: 70, 2: 183 };

interface Row {
  chapter: string;
  id: string;
  level: string;
  asked: string;
  state: string;
  shownBy: string;
}

const page = readFileSync(join(ROOT, 'docs/security.md'), 'utf8');
const cellsOf = (line: string) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '').trim());

const rows: Row[] = page.split(/^## /m).flatMap((part) => {
  const [chapter = ''] = part.split('\n');
  return part
    .split('\n')
    .filter((line) => /^\| \d+\.\d+\.\d+ \|/.test(line))
    .map((line) => {
      const [id = '', level = '', asked = '', state = '', shownBy = ''] = cellsOf(line);
      return { chapter, id, level, asked, state, shownBy };
    });
});

/** What stands between backticks and is a path or a file's name. */
const filesIn = (text: string) => [...text.matchAll(/`([\w@.-]+(?:\/[\w@.-]+)*\.[a-z]+|Dockerfile)`/g)].map(([, file]) => file ?? '');

const numbersOf = (found: Row[]) => [...STATES.map((state) => found.filter((row) => row.state === state).length), found.length].map(String);

describe('the page on security', () => {
  it('has each requirement of both levels once', () => {
    const ids = rows.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    for (const [level, count] of Object.entries(BY_LEVEL)) expect(rows.filter((row) => row.level === level)).toHaveLength(count);
    expect(rows.filter(({ id, chapter }) => !chapter.startsWith(`V${id.split('.')[0]} `))).toEqual([]);
  });

  it('says of each what it is, in a state that it explains, and why', () => {
    expect(rows.filter((row) => !STATES.includes(row.state) || row.asked === '' || row.shownBy === '')).toEqual([]);
  });

  it('names a test for whatever it calls met', () => {
    const tested = (row: Row) => filesIn(row.shownBy).some((file) => file.endsWith('spec.ts') || file.endsWith('spec.tsx'));
    expect(rows.filter((row) => row.state === 'met' && !tested(row)).map(({ id }) => id)).toEqual([]);
  });

  it('names no file that is not there', () => {
    const named = [...new Set(filesIn(page))];
    expect(named.length).toBeGreaterThan(80);
    expect(named.filter((file) => ![file, `apps/api/src/${file}`].some((path) => existsSync(join(ROOT, path))))).toEqual([]);
  });

  it('counts what its rows say, by chapter and in all', () => {
    const counts = page.split('\n').filter((line) => /^\| (V\d+ .*|all) \|( \d+ \|){5}$/.test(line));
    const chapters = [...new Set(rows.map(({ chapter }) => chapter))];
    const expected = chapters.map((chapter) => [chapter, ...numbersOf(rows.filter((row) => row.chapter === chapter))]);
    expect(counts.map(cellsOf)).toEqual([...expected, ['all', ...numbersOf(rows)]]);
  });
});
