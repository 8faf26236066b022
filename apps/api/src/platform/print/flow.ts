import type { Letter } from './letters.js';
import { LEADING, PAGE, type Place, type Sheet } from './sheet.js';

/** Lines that stand side by side: the cells of a row, a label and its value. */
export interface Strip {
  lines: readonly (readonly Letter[])[];
  place: Omit<Place, 'y'>;
}

/** The pen on its way down the pages. */
export class Flow {
  y: number = PAGE.top;
  /** Written at the top of each new page while it is set: the head of a table that goes on. */
  onNewPage: (() => void) | undefined;

  constructor(readonly sheet: Sheet) {}

  gap(points: number): void {
    if (this.y > PAGE.top) this.y += points;
  }

  /** Goes on to a new page where `height` does not fit on this one; what fits on none is broken. */
  keep(height: number): void {
    if (this.y + height > PAGE.bottom && height <= PAGE.bottom - PAGE.top) this.newPage();
  }

  /** Side by side, line by line, over as many pages as it takes. */
  strips(strips: readonly Strip[]): void {
    const count = Math.max(0, ...strips.map(({ lines }) => lines.length));
    const height = Math.max(0, ...strips.map(({ place }) => place.size * LEADING));
    for (let index = 0; index < count; index++) {
      if (this.y + height > PAGE.bottom) this.newPage();
      for (const { lines, place } of strips) {
        const line = lines[index];
        if (line && line.length > 0) this.sheet.line(line, { ...place, y: this.y });
      }
      this.y += height;
    }
  }

  private newPage(): void {
    this.sheet.newPage();
    this.y = PAGE.top;
    this.onNewPage?.();
  }
}

/** The height of strips that stand side by side. */
export function heightOf(strips: readonly Strip[]): number {
  return Math.max(0, ...strips.map(({ lines, place }) => lines.length * place.size * LEADING));
}
