import fc from 'fast-check';
import {
  afterAsking,
  askAgainAfterMs,
  type AttemptOutcome,
  type AttemptState,
  foundOpen,
  mayBeginAfter,
  mayGo,
  sleptTooLong,
  takes,
} from './attempt-rules.js';

const LEASE = 60;
const CALL = 30;
const SETTLE = 120;
const OUTCOMES = ['accepted', 'refused', 'retry', 'ambiguous'] as const;

/** One attempt with what is true of it outside, which nobody here can see. */
interface Kept extends AttemptState {
  /** How often somebody went to call. */
  calls: number;
  /** The other side has it. */
  taken: boolean;
  /** From when on the other side says so to whoever asks. */
  shownAt: number;
}

/** A call under way: what its worker will do, and when. */
interface Flying {
  kept: Kept;
  /** When the worker wrote down that it goes, and when it really goes. */
  wroteAt: number;
  goesAt: number;
  /** When the other side takes or refuses it, if it does. */
  arrivesAt: number;
  arrives: 'takes' | 'refuses' | 'lost';
  /** When the worker writes down what it heard; never where it died. */
  answersAt: number | undefined;
  answer: AttemptOutcome;
}

/** A subject, workers that die and sleep, another side that tells the truth late or never, and time. */
class World {
  now = 0;
  readonly attempts: Kept[] = [];
  private flying: Flying[] = [];

  begin(): void {
    if (!this.attempts.every(mayBeginAfter)) return;
    this.attempts.push({ calledAt: null, leaseUntil: this.now + LEASE, outcome: null, calls: 0, taken: false, shownAt: 0 });
  }

  /** A worker comes for the attempt; a job may come as often as it likes. */
  come(
    which: number,
    how: { sleeps: number; takes: number; arrives: Flying['arrives']; dies: boolean; answersAfter: number; showsAfter: number },
  ): void {
    const kept = this.attempts[which % Math.max(1, this.attempts.length)];
    if (!kept || !mayGo(kept, this.now)) return;
    kept.calledAt = this.now;
    kept.leaseUntil = this.now + LEASE;
    const goesAt = this.now + how.sleeps;
    const slept = sleptTooLong(how.sleeps, LEASE);
    // A call is given up after CALL, so that nothing arrives later than that.
    const arrivesAt = goesAt + Math.min(how.takes, CALL);
    const heard: AttemptOutcome =
      how.answersAfter > CALL || how.arrives === 'lost' ? 'ambiguous' : how.arrives === 'takes' ? 'accepted' : 'refused';
    this.flying.push({
      ...{ kept, wroteAt: this.now, goesAt, arrivesAt, arrives: slept ? 'lost' : how.arrives, answer: slept ? 'retry' : heard },
      answersAt: how.dies ? undefined : Math.max(arrivesAt, goesAt + Math.min(how.answersAfter, CALL)),
    });
    kept.shownAt = arrivesAt + how.showsAfter;
    if (!slept) kept.calls += 1;
  }

  pass(ms: number): void {
    for (const end = this.now + ms; this.now < end; this.now += 1) this.tick();
  }

  private tick(): void {
    for (const call of this.flying) {
      if (call.arrivesAt === this.now && call.arrives === 'takes') call.kept.taken = true;
      if (call.answersAt === this.now && takes(call.kept.outcome, call.answer)) call.kept.outcome = call.answer;
    }
    this.flying = this.flying.filter(({ arrivesAt, answersAt = 0 }) => Math.max(arrivesAt, answersAt) > this.now);
  }

  /** What every process does now and then. */
  look(readable: boolean): void {
    for (const kept of this.attempts) {
      const found = foundOpen(kept, this.now);
      if (found && takes(kept.outcome, found.outcome)) kept.outcome = found.outcome;
      if (kept.outcome !== 'ambiguous') continue;
      const finding = readable
        ? kept.taken && this.now >= kept.shownAt
          ? { known: 'accepted' as const }
          : ('not_there' as const)
        : ('unreadable' as const);
      const next = afterAsking(finding, this.now - (kept.calledAt ?? 0), SETTLE);
      const outcome = typeof next === 'object' ? next.known : next === 'not_there' ? 'retry' : undefined;
      if (outcome && takes(kept.outcome, outcome)) kept.outcome = outcome;
    }
  }
}

const mayBeginAfterOf = (outcome: AttemptOutcome) => mayBeginAfter({ calledAt: 0, leaseUntil: 0, outcome });

const ms = fc.integer({ min: 0, max: 90 });
const command = fc.oneof(
  fc.constant((world: World) => world.begin()),
  fc
    .record({
      which: fc.nat(3),
      sleeps: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 400 })),
      takes: ms,
      arrives: fc.constantFrom<Flying['arrives'][]>('takes', 'refuses', 'lost'),
      dies: fc.boolean(),
      answersAfter: ms,
      // What it has it shows by the time that it is believed to: no call arrives later than this before.
      showsAfter: fc.integer({ min: 0, max: SETTLE - LEASE / 4 - CALL }),
    })
    .map(
      ({ which, ...how }) =>
        (world: World) =>
          world.come(which, how),
    ),
  fc.integer({ min: 1, max: 100 }).map((passed) => (world: World) => world.pass(passed)),
  fc.boolean().map((readable) => (world: World) => world.look(readable)),
);
const history = fc.array(command, { minLength: 1, maxLength: 60 });

/** Plays it and asks after each step. */
const always = (holds: (world: World) => boolean) =>
  fc.assert(
    fc.property(history, (commands) => {
      const world = new World();
      return commands.every((run) => {
        run(world);
        return holds(world);
      });
    }),
    { numRuns: 3_000 },
  );

describe('whatever begins, comes, dies, sleeps, answers late and is asked, in any order', () => {
  it('each attempt is called once at most', () => {
    always(({ attempts }) => attempts.every(({ calls }) => calls <= 1));
  });

  it('the other side has the subject once at most', () => {
    always(({ attempts }) => attempts.filter(({ taken }) => taken).length <= 1);
  });

  it('what was called and may have been taken is never followed by another', () => {
    always(({ attempts }) => attempts.slice(0, -1).every((kept) => !kept.taken && mayBeginAfter(kept)));
  });

  it('what is written down as accepted was taken, and what is given free was not', () => {
    always(({ attempts }) =>
      attempts.every(({ outcome, taken }) => (outcome === 'accepted' ? taken : outcome === null || !mayBeginAfterOf(outcome) || !taken)),
    );
  });

  it('who slept until others took them for dead does not go, and whoever slept a little does', () => {
    for (const [sleeps, calls] of [
      [LEASE / 4, 1],
      [LEASE / 4 + 1, 0],
      [SETTLE + LEASE, 0],
    ] as const) {
      const world = new World();
      world.begin();
      world.come(0, { sleeps, takes: 0, arrives: 'takes', dies: false, answersAfter: 0, showsAfter: 0 });
      world.pass(SETTLE + 1);
      world.look(true);
      world.begin();
      world.pass(SETTLE);
      expect([sleeps, world.attempts[0]!.calls, world.attempts[0]!.taken]).toEqual([sleeps, calls, calls === 1]);
    }
  });

  it('none stays open: once time has passed and the other side can be read, it is known what became of it', () => {
    fc.assert(
      fc.property(history, (commands) => {
        const world = new World();
        for (const run of commands) run(world);
        world.pass(SETTLE + 2 * LEASE);
        world.look(true);
        return world.attempts.every(({ outcome }) => outcome !== null && outcome !== 'ambiguous');
      }),
    );
  });

  it('where the other side is never read, a person is told and nothing is repeated', () => {
    fc.assert(
      fc.property(history, (commands) => {
        const world = new World();
        world.begin();
        world.come(0, { sleeps: 0, takes: 0, arrives: 'takes', dies: true, answersAfter: 0, showsAfter: 0 });
        world.pass(2 * LEASE);
        world.look(false);
        for (const run of commands) {
          run(world);
          world.begin();
          if (world.attempts[0]!.outcome === 'ambiguous' && world.attempts.length > 1) return false;
        }
        return world.attempts.length === 1;
      }),
    );
  });
});

describe('an attempt', () => {
  it('is followed by another where it is certain that it was not accepted', () => {
    expect(OUTCOMES.filter(mayBeginAfterOf)).toEqual(['refused', 'retry']);
    expect(mayBeginAfter({ calledAt: null, leaseUntil: 1, outcome: null })).toBe(false);
  });

  it('takes a late word where nobody knew, and from then on none', () => {
    for (const said of OUTCOMES) {
      expect(takes(null, said)).toBe(true);
      expect(takes('ambiguous', said)).toBe(said !== 'ambiguous');
      for (const written of ['accepted', 'refused', 'retry'] as const) expect(takes(written, said)).toBe(false);
    }
  });

  it('of a dead worker is certain where that had not gone to call', () => {
    expect(foundOpen({ calledAt: null, leaseUntil: 10, outcome: null }, 9)).toBeUndefined();
    expect(foundOpen({ calledAt: null, leaseUntil: 10, outcome: null }, 10)).toEqual({ outcome: 'retry', code: 'not_called' });
    expect(foundOpen({ calledAt: 1, leaseUntil: 10, outcome: null }, 10)).toEqual({ outcome: 'ambiguous', code: 'worker_lost' });
    expect(foundOpen({ calledAt: 1, leaseUntil: 10, outcome: 'accepted' }, 11)).toBeUndefined();
  });

  it('is asked about ever less often, and in the end by a person', () => {
    expect([0, 1_000, 60_000, 3_600_000].map((age) => askAgainAfterMs(age, 120_000))).toEqual([12_000, 12_000, 15_000, 900_000]);
    expect(afterAsking('unreadable', 6 * 3_600_000 - 1, 1_000)).toBe('ask_again');
    expect(afterAsking('unreadable', 6 * 3_600_000, 1_000)).toBe('give_up');
    expect(afterAsking('not_there', 999, 1_000)).toBe('ask_again');
    expect(afterAsking('not_there', 1_000, 1_000)).toBe('not_there');
    expect(afterAsking({ known: 1 }, 0, 1_000)).toEqual({ known: 1 });
  });
});
