/**
 * The database's clock, as every process of the house knows it: asked now and then, and counted on in between by the time that
 * has passed, which no change of the machine's own clock touches. So all processes agree on what is due, whatever theirs say.
 */
export class HouseClock {
  private reading: { at: number; ticks: number } | undefined;

  /** `ticks` counts milliseconds evenly from any beginning; `fallback` is believed until the database was asked. */
  constructor(
    private readonly ticks: () => number = () => performance.now(),
    private readonly fallback: () => number = () => Date.now(),
  ) {}

  /** Epoch milliseconds. */
  now(): number {
    return this.reading ? this.reading.at + (this.ticks() - this.reading.ticks) : this.fallback();
  }

  /** Asks the database; its answer is taken for the middle of the time that asking took. A slow answer tells little and is not taken. */
  async read(ask: () => Promise<number>): Promise<void> {
    const before = this.ticks();
    const at = await ask();
    const after = this.ticks();
    if (this.reading && after - before > SLOW_MS && Math.abs(at - this.now()) < after - before) return;
    this.reading = { at, ticks: (before + after) / 2 };
  }
}

const SLOW_MS = 50;

/** One for the process: `now(ctx)` is a plain function, called everywhere. */
export const houseClock = new HouseClock();
