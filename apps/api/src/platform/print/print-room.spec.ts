import { EventEmitter } from 'node:events';
import { systemCtx } from '../context/ctx.js';
import type { PrintDocument } from './print-document.js';

const { jest } = import.meta;

/** A thread that prints what it is let to. */
class Thread extends EventEmitter {
  static readonly begun: Thread[] = [];
  /** What it gets of the processor. */
  static share = 1;
  readonly given: string[] = [];
  private readonly since = performance.now();

  constructor() {
    super();
    Thread.begun.push(this);
  }

  postMessage({ title }: PrintDocument): void {
    this.given.push(title);
  }

  cpuUsage(): Promise<{ user: number; system: number }> {
    return Promise.resolve({ user: (performance.now() - this.since) * Thread.share * 1000, system: 0 });
  }

  terminate(): Promise<number> {
    this.emit('exit', 1);
    return Promise.resolve(1);
  }

  unref(): void {}
}

// The types of jest know nothing of it yet.
const { unstable_mockModule: replaceModule } = jest as unknown as { unstable_mockModule: (name: string, make: () => object) => void };
replaceModule('node:worker_threads', () => ({ Worker: Thread }));
const { PrintRoom } = await import('./print-room.js');

const given = () => Thread.begun.flatMap((thread) => thread.given);
const current = () => Thread.begun.at(-1);
const paper = (title: string): PrintDocument => ({ title, locale: 'en', footer: 'Foot', blocks: [] });
const [ours, theirs] = [systemCtx('ours', 'test'), systemCtx('theirs', 'test')];
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'printed',
    (error: Error & { problem?: { code: string } }) => error.problem?.code ?? error.message,
  );
const settled = () => jest.advanceTimersByTimeAsync(0);
const printed = async () => {
  current()?.emit('message', { file: new Uint8Array(1) });
  await settled();
};
const MINUTE = 60_000;

beforeEach(() => {
  jest.useFakeTimers();
  Thread.begun.splice(0);
  Thread.share = 1;
});
afterEach(() => jest.useRealTimers());

describe('the print room', () => {
  it('ends a paper that takes too long, and refuses the same without trying, also where it waits already', async () => {
    const room = new PrintRoom();
    const asked = [room.print(ours, paper('endless')), room.print(ours, paper('endless'))].map(codeOf);
    await jest.advanceTimersByTimeAsync(MINUTE);
    expect(await Promise.all(asked)).toEqual(['PAPER_TOO_LONG', 'PAPER_TOO_LONG']);
    expect(await codeOf(room.print(theirs, paper('endless')))).toBe('PAPER_TOO_LONG');
    const short = codeOf(room.print(theirs, paper('short')));
    await settled();
    await printed();
    expect(await short).toBe('printed');
    expect(given()).toEqual(['endless', 'short']);
  });

  it('blames no paper for a busy machine, and gives up only after long', async () => {
    const room = new PrintRoom();
    Thread.share = 0.1;
    const first = codeOf(room.print(ours, paper('patient')));
    await jest.advanceTimersByTimeAsync(MINUTE);
    await printed();
    expect(await first).toBe('printed');
    Thread.share = 0;
    const second = codeOf(room.print(ours, paper('patient')));
    await jest.advanceTimersByTimeAsync(2 * MINUTE);
    expect(await second).toBe('TOO_MANY_WAITING');
    const third = codeOf(room.print(ours, paper('patient')));
    await settled();
    await printed();
    expect(await third).toBe('printed');
  });

  it('tries it again after a while', async () => {
    const room = new PrintRoom();
    const first = codeOf(room.print(ours, paper('slow')));
    await jest.advanceTimersByTimeAsync(MINUTE);
    expect(await first).toBe('PAPER_TOO_LONG');
    await jest.advanceTimersByTimeAsync(30 * MINUTE);
    const second = codeOf(room.print(ours, paper('slow')));
    await settled();
    await printed();
    expect(await second).toBe('printed');
  });

  it('refuses what took all memory too, and nothing that failed otherwise', async () => {
    const room = new PrintRoom();
    const vast = codeOf(room.print(ours, paper('vast')));
    await settled();
    current()?.emit('error', Object.assign(new Error('full'), { code: 'ERR_WORKER_OUT_OF_MEMORY' }));
    current()?.emit('exit', 1);
    expect(await vast).toBe('PAPER_TOO_LONG');
    const torn = codeOf(room.print(ours, paper('torn')));
    await settled();
    current()?.emit('error', new Error('a missing file'));
    current()?.emit('exit', 1);
    expect(await torn).toContain('was not printed');
    void codeOf(room.print(ours, paper('torn')));
    await settled();
    expect(given()).toEqual(['vast', 'torn', 'torn']);
  });

  it('does not print for a caller who hung up while waiting', async () => {
    const room = new PrintRoom();
    const gone = new AbortController();
    const first = codeOf(room.print(ours, paper('first')));
    const second = codeOf(room.print(ours, paper('second'), gone.signal));
    const third = codeOf(room.print(ours, paper('third')));
    await settled();
    gone.abort();
    await printed();
    await printed();
    expect(await Promise.all([first, second, third])).toEqual(['printed', expect.stringContaining('hung up'), 'printed']);
    expect(given()).toEqual(['first', 'third']);
  });

  it('keeps places for others, however many papers three clinics send', async () => {
    const room = new PrintRoom();
    const many = ['a', 'b', 'c'].flatMap((clinic) =>
      Array.from({ length: 30 }, (_, number) => codeOf(room.print(systemCtx(clinic, 'test'), paper(`${clinic}${number}`)))),
    );
    const other = codeOf(room.print(theirs, paper('theirs')));
    for (let turn = 0; turn < 40; turn++) await printed();
    expect(await other).toBe('printed');
    // One at work and one of each clinic come before it.
    expect(given().indexOf('theirs')).toBe(4);
    expect((await Promise.all(many)).filter((answer) => answer === 'TOO_MANY_WAITING')).toHaveLength(3 * 30 - 3 * 6 - 1);
  });
});
