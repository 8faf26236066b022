import type { AnswerValue, NoteStatus } from '@keel/contracts';
import { type Answers, changedKeys, changeOf, type FieldKey, type SectionChange, withAnswer } from './answers.js';
import { type Conflict, mergeDrafts, settled, type Side } from './conflict.js';

/** How sending a change ended. */
export type SendResult =
  | { kind: 'saved'; answers: Answers; version: number }
  /** Somebody else saved in between; this is how the note stands. */
  | { kind: 'stale'; answers: Answers; version: number; status: NoteStatus }
  /** Answers that the note does not take. */
  | { kind: 'refused'; keys: FieldKey[] }
  /** No answer, or one that says to come back later. */
  | { kind: 'unreachable' }
  /** Trying again by itself would not help. */
  | { kind: 'stopped'; error: unknown };

export type Send = (change: SectionChange[], version: number) => Promise<SendResult>;

export type SavePhase = 'saved' | 'unsaved' | 'saving' | 'offline' | 'conflict' | 'stopped' | 'closed';

export interface DraftState {
  /** As they are on the screen. */
  answers: Answers;
  /** What the server holds of them, at this version. */
  stored: Answers;
  version: number;
  phase: SavePhase;
  /** Somebody else and this page changed these differently: nothing is sent until each is settled. */
  conflicts: Conflict[];
  /** Answers that the note does not take as they are. */
  refused: readonly FieldKey[];
  /** What somebody else changed meanwhile and this page took over. */
  broughtIn: readonly FieldKey[];
  /** Why saving stopped. */
  error: unknown;
}

/** Waits for a pause in the typing, but not for ever. */
const PAUSE_MS = 700;
const MOST_MS = 4000;
const RETRY_MS = [1000, 2000, 5000, 10_000, 20_000];

/**
 * Saves a draft as it is typed. What was typed stays in memory until the server has it, whatever happens to the network or
 * to the note; it is in no storage of the device, since it is a health record. One change is under way at a time.
 */
export class DraftSaver {
  private state: DraftState;
  private readonly watchers = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private dueBy: number | undefined;
  private failures = 0;
  private running: Promise<void> | undefined;

  constructor(
    start: { answers: Answers; version: number },
    private readonly send: Send,
  ) {
    const { answers, version } = start;
    this.state = { answers, stored: answers, version, phase: 'saved', conflicts: [], refused: [], broughtIn: [], error: undefined };
  }

  readonly snapshot = (): DraftState => this.state;

  readonly subscribe = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  get dirty(): boolean {
    return changedKeys(this.state.stored, this.state.answers).length > 0;
  }

  edit(key: FieldKey, value: AnswerValue | undefined): void {
    this.editAll(withAnswer(this.state.answers, key, value));
  }

  /** Takes the whole of the answers at once, as copying forward does. */
  editAll(answers: Answers): void {
    const edited = changedKeys(this.state.answers, answers);
    if (edited.length === 0) return;
    this.change({ answers, refused: this.state.refused.filter((key) => !edited.includes(key)) });
    if (['conflict', 'closed', 'saving'].includes(this.state.phase)) return;
    // Away from the network the next try is already set.
    if (this.state.phase === 'offline') return;
    this.change({ phase: 'unsaved' });
    this.saveSoon();
  }

  /** Each conflict as the person settled it, then saving goes on. */
  settle(sides: Readonly<Partial<Record<FieldKey, Side>>>): void {
    let { answers } = this.state;
    for (const { key, theirs } of this.state.conflicts) {
      answers = withAnswer(answers, key, settled({ key, theirs, mine: answers[key] }, sides[key] ?? 'mine'));
    }
    this.change({ answers, conflicts: [], phase: 'unsaved' });
    void this.saveNow();
  }

  /** The note as it was read again: what others made of it comes in, as if a save had met it. */
  offer(note: { answers: Answers; version: number; status: NoteStatus }): void {
    if (note.version <= this.state.version || this.running || ['conflict', 'closed'].includes(this.state.phase)) return;
    if (this.takeTheirs(note)) this.change({ phase: this.dirty ? 'unsaved' : 'saved' });
  }

  /** Saves what there is to save now. True where the server then has everything. */
  async flush(): Promise<boolean> {
    await this.running;
    await this.saveNow();
    return !this.dirty;
  }

  /** Tries again at once, after the network came back or at the person's word. */
  readonly retry = (): void => {
    if (this.state.phase === 'offline' || this.state.phase === 'stopped') void this.saveNow();
  };

  /** Stops the clock; what is under way goes on. */
  readonly stop = (): void => clearTimeout(this.timer);

  private change(part: Partial<DraftState>): void {
    this.state = { ...this.state, ...part };
    for (const watcher of this.watchers) watcher();
  }

  private saveSoon(): void {
    const now = Date.now();
    this.dueBy ??= now + MOST_MS;
    this.at(Math.min(PAUSE_MS, Math.max(0, this.dueBy - now)));
  }

  private at(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.saveNow(), delay);
  }

  private saveNow(): Promise<void> {
    if (this.state.phase === 'conflict' || this.state.phase === 'closed') return Promise.resolve();
    this.running ??= this.save().finally(() => (this.running = undefined));
    return this.running;
  }

  private async save(): Promise<void> {
    clearTimeout(this.timer);
    this.dueBy = undefined;
    for (let change = this.toSend(); change.length > 0; change = this.toSend()) {
      this.change({ phase: 'saving' });
      if (!this.take(await this.send(change, this.state.version))) return;
    }
    this.change({ phase: this.dirty ? 'unsaved' : 'saved' });
  }

  private toSend(): SectionChange[] {
    const { stored, answers, refused } = this.state;
    const sendable = refused.reduce((rest, key) => withAnswer(rest, key, stored[key]), answers);
    return changeOf(stored, sendable);
  }

  /** Takes in how it went; true where there may be more to send. */
  private take(result: SendResult): boolean {
    if (result.kind !== 'unreachable') this.failures = 0;
    switch (result.kind) {
      case 'saved':
        this.change({ stored: result.answers, version: result.version, error: undefined });
        return true;
      case 'stale':
        return this.takeTheirs(result);
      case 'refused':
        this.change({ refused: [...new Set([...this.state.refused, ...result.keys])] });
        return true;
      case 'unreachable':
        this.change({ phase: 'offline' });
        this.at(RETRY_MS[Math.min(this.failures++, RETRY_MS.length - 1)] ?? 0);
        return false;
      case 'stopped':
        this.change({ phase: 'stopped', error: result.error });
        return false;
    }
  }

  private takeTheirs({ answers: theirs, version, status }: { answers: Answers; version: number; status: NoteStatus }): boolean {
    if (status !== 'draft') {
      this.change({ phase: 'closed', stored: theirs, version });
      return false;
    }
    const { stored, answers } = this.state;
    const { merged, conflicts } = mergeDrafts(stored, answers, theirs);
    const broughtIn = changedKeys(answers, merged);
    this.change({ answers: merged, stored: theirs, version, conflicts, broughtIn });
    if (conflicts.length > 0) this.change({ phase: 'conflict' });
    return conflicts.length === 0;
  }
}
