import type { PrintDocument } from './print-document.js';

/** The PDF file of a paper. The printer and its fonts take memory that most processes never need: they are loaded at the first one. */
export async function print(document: PrintDocument): Promise<Buffer> {
  const { compose } = await import('./compose.js');
  return compose(document);
}
