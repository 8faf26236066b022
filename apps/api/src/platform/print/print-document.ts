import type { StatedLocale } from '@keel/contracts';

/** What a paper says, from top to bottom. Where it breaks into pages, in which letters and with which tags is the print room's matter. */
export interface PrintDocument {
  /** As the window of a reader shows it. */
  title: string;
  locale: StatedLocale;
  /** In the foot of every page, so that a loose page is known: `Invoice 00042`. */
  footer: string;
  blocks: readonly Block[];
}

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; text: string; tone?: Tone }
  | { kind: 'facts'; facts: readonly Fact[] }
  | Table;

/** Plain ink, set back, set off, or a warning. */
export type Tone = 'plain' | 'quiet' | 'strong' | 'alarm';

export interface Fact {
  label: string;
  value: string;
}

export interface Table {
  kind: 'table';
  /** The head is repeated on every page that the rows reach. */
  columns: readonly Column[];
  rows: readonly (readonly string[])[];
  /** What the rows come to: kept in one piece, and on one page with the last row. */
  totals: readonly Total[];
}

export interface Column {
  title: string;
  /** Its part of the page's width, as a share of the sum of all columns. */
  width: number;
  align: 'left' | 'right';
}

export interface Total {
  label: string;
  value: string;
  tone?: Tone;
  /** With air above it: another reckoning begins. */
  apart?: boolean;
}
