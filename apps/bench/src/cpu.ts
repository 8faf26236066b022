import { readFileSync } from 'node:fs';

/** Linux counts a process's time in hundredths of a second. */
const TICKS_A_SECOND = 100;

/** Seconds of processor time that a process has used, or undefined where the system does not tell. */
export function cpuSecondsOf(pid: number): number | undefined {
  try {
    // After the command's name, which may hold anything: state is the 3rd field, user and system time the 14th and 15th.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
  } catch {
    return undefined;
  }
}
