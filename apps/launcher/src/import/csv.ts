/** A row of a file: its values by the names in the first line, and the line it began on, for reports. */
export interface CsvRow {
  line: number;
  values: Readonly<Record<string, string>>;
}

/**
 * Reads comma-separated text after RFC 4180: quoted values may hold commas, doubled quotes and line breaks. A byte-order
 * mark, either kind of line end and blank lines are accepted.
 *
 * @throws CsvError where a quote is never closed, or a row has more or fewer values than the first line has names.
 */
export function parseCsv(text: string): CsvRow[] {
  const [head, ...rows] = records(text.replace(/^\uFEFF/, ''));
  if (!head) return [];
  return rows.map(({ line, cells }) => {
    if (cells.length !== head.cells.length) {
      throw new CsvError(`Line ${line} has ${cells.length} values where the first line names ${head.cells.length}`);
    }
    return { line, values: Object.fromEntries(head.cells.map((name, at) => [name.trim(), (cells[at] ?? '').trim()])) };
  });
}

export class CsvError extends Error {}

interface CsvLine {
  line: number;
  cells: string[];
}

function records(text: string): CsvLine[] {
  const found: CsvLine[] = [];
  // A value, then what ends it. Sticky, so that nothing is passed over.
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y;
  let line = 1;
  let current: CsvLine = { line, cells: [] };
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const match = cell.exec(text);
    if (!match)
      throw new CsvError(`Line ${line} has a quote that is not closed, or one inside a value that is not quoted (at character ${at + 1})`);
    const [whole, quoted, bare = '', end] = match;
    current.cells.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    line += whole.match(/\r\n|\n|\r/g)?.length ?? 0;
    if (end === ',' && cell.lastIndex < text.length) continue;
    if (end === ',') current.cells.push('');
    if (current.cells.some((value) => value !== '') || current.cells.length > 1) found.push(current);
    current = { line, cells: [] };
  }
  return found;
}
