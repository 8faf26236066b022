export type Outcome = 'added' | 'present';
interface Tally {
  rows: number;
  added: number;
  present: number;
  skipped: number;
}

/** What became of each row: shown while it grows, and in full at the end. */
export class Report {
  private readonly files = new Map<string, Tally>();
  private readonly skips: { file: string; line: number; why: string }[] = [];
  private shown = 0;
  private readonly say: (text: string) => void;

  constructor(say: (text: string) => void) {
    this.say = say;
  }

  begin(file: string, rows: number): void {
    this.files.set(file, { rows, added: 0, present: 0, skipped: 0 });
  }

  row(file: string, outcome: Outcome): void {
    this.of(file)[outcome]++;
    this.progress();
  }

  skip(file: string, line: number, why: string): void {
    this.of(file).skipped++;
    this.skips.push({ file, line, why });
    this.progress();
  }

  /** Added, there before and skipped for each file, then each skipped row with its reason. */
  end(): void {
    for (const [file, { added, present, skipped }] of this.files) {
      this.say(`${file}: ${added} added, ${present} already there, ${skipped} skipped`);
    }
    const inOrder = this.skips.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
    for (const { file, line, why } of inOrder) this.say(`  skipped ${file} line ${line}: ${why}`);
  }

  private of(file: string): Tally {
    const tally = this.files.get(file);
    if (!tally) throw new Error(`${file} was never begun`);
    return tally;
  }

  /** A line for every twentieth of the work. */
  private progress(): void {
    const tallies = [...this.files.values()];
    const all = tallies.reduce((sum, { rows }) => sum + rows, 0);
    const done = tallies.reduce((sum, { added, present, skipped }) => sum + added + present + skipped, 0);
    const step = Math.floor((done * 20) / all);
    if (step === this.shown) return;
    this.shown = step;
    this.say(`${done} of ${all} rows (${step * 5} %)`);
  }
}
