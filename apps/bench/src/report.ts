import type { Measured } from './load.ts';

export interface Figure {
  operation: string;
  title: string;
  connections: number;
  api: Measured;
  bare: Measured;
  /** Processor time of the API for one answer: what is left of its speed when the machine is busy with other things. */
  cpuMs: number | undefined;
  ratio: number;
  goal: number;
}

const figure = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(1));

/** One line a figure; a goal holds at ten connections, at one it is only shown. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ title, connections, api, bare, cpuMs, ratio, goal }) => [
    title,
    String(connections),
    figure(bare.perSecond),
    figure(api.perSecond),
    ratio.toFixed(2),
    connections === 1 ? '' : `${goal.toFixed(1)} ${ratio >= goal ? 'met' : 'missed'}`,
    `${figure(bare.p50)} / ${figure(bare.p99)}`,
    `${figure(api.p50)} / ${figure(api.p99)}`,
    cpuMs === undefined ? '?' : cpuMs.toFixed(2),
  ]);
  const head = ['operation', 'at once', 'bare pg /s', 'API /s', 'ratio', 'goal', 'bare p50 / p99 ms', 'API p50 / p99 ms', 'API CPU ms'];
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ');
  return [line(head), ...rows.map(line)].join('\n');
}

/** Of times in milliseconds, in any order. */
export function quantiles(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => figure(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms (${sorted.length})`;
}
