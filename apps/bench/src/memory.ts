import { readdirSync, readFileSync } from 'node:fs';

/** Mebibytes, or undefined where the system does not tell. */
export interface Resident {
  now: number;
  peak: number;
}

export function residentOf(pid: number): Resident | undefined {
  const status = read(`/proc/${pid}/status`);
  const kib = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status ?? '')?.[1] ?? Number.NaN);
  const [now, peak] = [kib('VmRSS') / 1024, kib('VmHWM') / 1024];
  return Number.isNaN(now) ? undefined : { now, peak };
}

/** All processes of the server together, where pages that they share count once. */
export function databaseResident(postmaster: number): number | undefined {
  const family = [postmaster, ...childrenOf(postmaster)];
  const parts = family.map((pid) => Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`) ?? '')?.[1] ?? Number.NaN));
  const known = parts.filter((part) => !Number.isNaN(part));
  return known.length === 0 ? undefined : known.reduce((sum, part) => sum + part, 0) / 1024;
}

function childrenOf(parent: number): number[] {
  let pids: number[];
  try {
    pids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
  return pids.filter((pid) => /\) \S (\d+)/.exec(read(`/proc/${pid}/stat`) ?? '')?.[1] === String(parent));
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
