import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// A paper without its thread and its queue.
export { print } from '../platform/print/print.js';

/** Poppler reads PDF files back as other programs do; where it is not installed, what needs it cannot be tested. */
export const canReadPdf = spawnSync('pdftotext', ['-v']).error === undefined;

/** The text of each page, in the order of reading. */
export function pagesOf(pdf: Buffer): string[] {
  const pages = poppler(pdf, 'pdftotext', (file) => ['-layout', file, '-'])
    .normalize('NFC')
    .split('\f');
  // A form feed ends each page, the last one too.
  return pages.slice(0, -1);
}

/** All text on one line, without the marks by which a reader turns the writing direction. */
export function wordsOf(pdf: Buffer): string {
  return pagesOf(pdf)
    .join(' ')
    .replaceAll(/\p{Bidi_Control}/gu, '')
    .replaceAll(/\s+/g, ' ');
}

/** What the file says of itself, and the tags that a screen reader walks through. */
export function structureOf(pdf: Buffer): { info: string; tags: string } {
  return { info: poppler(pdf, 'pdfinfo', (file) => [file]), tags: poppler(pdf, 'pdfinfo', (file) => ['-struct', file]) };
}

function poppler(pdf: Buffer, program: string, args: (file: string) => string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'keel-pdf-'));
  try {
    const file = join(folder, 'printed.pdf');
    writeFileSync(file, pdf);
    return execFileSync(program, args(file), { encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
