import { setTimeout as sleep } from 'node:timers/promises';
import { session, type Session } from '../../testing/session.js';
import { type Ctx, newId, systemCtx } from '../context/ctx.js';
import { Db } from '../database/db.js';
import { OutboundRefused, OutboundUnanswered } from '../outbound-http/outbound.errors.js';
import type { AttemptResult } from './attempt-rules.js';
import { type Attempt, type AttemptKind, Attempts } from './attempts.js';

const LEASE_MS = 60_000;
const CALL_MS = 2_000;
const ACCEPTED: AttemptResult = { outcome: 'accepted', providerId: 'ch_1' };

let at: Session;
let ctx: Ctx;
let attempts: Attempts;
let db: Db;
const told = new Map<string, Attempt[]>();
/** What the other side says when it is asked. */
const knows = new Map<string, AttemptResult | 'not_there'>();

const closed: AttemptKind['closed'] = (_, attempt) => {
  told.set(attempt.subjectId, [...(told.get(attempt.subjectId) ?? []), attempt]);
  return Promise.resolve();
};

beforeAll(async () => {
  at = await session('owner');
  ctx = systemCtx(at.clinic.id, 'test');
  attempts = at.app.nest.get(Attempts);
  db = at.app.nest.get(Db);
  const kind = { leaseMs: LEASE_MS, callMs: CALL_MS, settleMs: LEASE_MS + CALL_MS, closed };
  attempts.add('charge', {
    ...kind,
    ask: (_, { id }) => {
      const known = knows.get(id);
      return known ? Promise.resolve(known) : Promise.reject(new Error('unreadable'));
    },
  });
  attempts.add('fax', kind);
});

const begin = (subject: string, kind = 'charge', who = ctx) => db.tx(who, (ctx) => attempts.begin(ctx, kind, subject));
const rows = (subject: string) =>
  at.app.sql<{ id: string; number: number; outcome: string | null; code: string | null; nextAt: Date | null }>(
    'SELECT id, number, outcome, code, next_at AS "nextAt" FROM attempt WHERE subject_id = $1 ORDER BY number',
    [subject],
  );
const outcomes = async (subject: string) => (await rows(subject)).map(({ outcome, code }) => code ?? outcome);
const toldOf = (subject: string) => (told.get(subject) ?? []).map(({ outcome }) => outcome);
/** As if so many minutes had passed since what is written there. */
const later = (subject: string, minutes: number) =>
  at.app.sql(
    `UPDATE attempt SET called_at = called_at - make_interval(mins => $2), next_at = next_at - make_interval(mins => $2) WHERE subject_id = $1`,
    [subject, minutes],
  );
/** A worker went to call and was killed: what it had committed is all that is left of it. */
async function leftBehind(subject: string, kind?: string): Promise<string> {
  const { attempt } = await begin(subject, kind);
  await at.app.sql('UPDATE attempt SET called_at = now() WHERE id = $1', [attempt.id]);
  await later(subject, 2);
  return attempt.id;
}

describe('an attempt', () => {
  it('is begun once for a subject and a kind, and a repeat finds the same', async () => {
    const subject = newId();
    const begun = await Promise.all(Array.from({ length: 8 }, () => begin(subject)));
    expect(new Set(begun.map(({ attempt }) => attempt.id)).size).toBe(1);
    expect(begun.filter(({ begun }) => begun)).toHaveLength(1);
    // Of another kind it is something else.
    expect((await begin(subject, 'fax')).begun).toBe(true);
  });

  it('is not there where the transaction that began it was given up', async () => {
    const subject = newId();
    const given = db.tx(ctx, async (ctx) => {
      await attempts.begin(ctx, 'charge', subject);
      throw new Error('given up');
    });
    await expect(given).rejects.toThrow('given up');
    expect(await rows(subject)).toEqual([]);
  });

  it('is called once, with its id for a key, however many workers come, and outside of a transaction', async () => {
    const subject = newId();
    const { attempt } = await begin(subject);
    const keys: string[] = [];
    const work = async (key: string) => {
      keys.push(key);
      await sleep(50);
      return ACCEPTED;
    };
    await Promise.all(Array.from({ length: 8 }, () => attempts.call(ctx, attempt.id, work)));
    expect(await attempts.call(ctx, attempt.id, work)).toMatchObject({ outcome: 'accepted', providerId: 'ch_1' });
    expect(keys).toEqual([attempt.id]);
    expect(toldOf(subject)).toEqual(['accepted']);
    expect(await begin(subject)).toMatchObject({ begun: false, attempt: { outcome: 'accepted' } });
    await expect(db.tx(ctx, (ctx) => attempts.call(ctx, attempt.id, work))).rejects.toThrow('after the commit');
  });

  it('that was refused or never left gives place to another; one whose end nobody knows does not', async () => {
    const subject = newId();
    const results: (() => Promise<AttemptResult>)[] = [
      () => Promise.resolve({ outcome: 'refused', code: 'card_declined' }),
      () => Promise.reject(new OutboundRefused('pay.test', 'it is inside')),
      () => Promise.reject(new OutboundUnanswered('pay.test', 'ANSWER_TIMEOUT')),
    ];
    for (const result of results) {
      const { attempt, begun } = await begin(subject);
      expect(begun).toBe(true);
      await attempts.call(ctx, attempt.id, result);
    }
    expect(await outcomes(subject)).toEqual(['card_declined', 'ADDRESS_REFUSED', 'ANSWER_TIMEOUT']);
    expect(await begin(subject)).toMatchObject({ begun: false, attempt: { number: 3, outcome: 'ambiguous' } });
    expect(toldOf(subject)).toEqual(['refused', 'retry', 'ambiguous']);
  });

  it('is ambiguous where the call throws or takes too long, and a later word closes it', async () => {
    for (const call of [() => Promise.reject(new Error('who knows')), () => new Promise<AttemptResult>(() => undefined)]) {
      const subject = newId();
      const { attempt } = await begin(subject);
      expect(await attempts.call(ctx, attempt.id, call)).toMatchObject({ outcome: 'ambiguous' });
      expect(await attempts.close(ctx, attempt.id, ACCEPTED)).toBe(true);
      expect(await attempts.close(ctx, attempt.id, { outcome: 'refused', code: 'late' })).toBe(false);
      expect(toldOf(subject)).toEqual(['ambiguous', 'accepted']);
    }
  });

  it('is no other clinic’s', async () => {
    const other = systemCtx((await session('owner')).clinic.id, 'test');
    const { attempt } = await begin(newId());
    await expect(attempts.call(other, attempt.id, () => Promise.resolve(ACCEPTED))).rejects.toThrow('no such attempt');
    await expect(attempts.close(other, attempt.id, ACCEPTED)).rejects.toThrow('no such attempt');
  });
});

describe('after a worker was killed', () => {
  it('before it went to call: nothing left, and another may begin', async () => {
    const subject = newId();
    const { attempt } = await begin(subject);
    await attempts.look();
    expect(await outcomes(subject)).toEqual([null]);
    await later(subject, 2);
    await attempts.look();
    expect(await outcomes(subject)).toEqual(['not_called']);
    // A job that comes for it now finds that it is over.
    let calls = 0;
    const work = () => {
      calls += 1;
      return Promise.resolve(ACCEPTED);
    };
    expect(await attempts.call(ctx, attempt.id, work)).toMatchObject({ outcome: 'retry' });
    expect(calls).toBe(0);
    expect((await begin(subject)).begun).toBe(true);
  });

  it('after it went to call: nobody repeats it, and the other side is asked until it knows', async () => {
    const subject = newId();
    const id = await leftBehind(subject);
    await attempts.look();
    expect(await outcomes(subject)).toEqual(['worker_lost']);
    expect((await begin(subject)).begun).toBe(false);
    // It cannot be read, which answers nothing, and is not asked all the time.
    await later(subject, 1);
    await attempts.look();
    const [waiting] = await rows(subject);
    expect(waiting?.nextAt?.getTime()).toBeGreaterThan(Date.now());
    knows.set(id, ACCEPTED);
    await later(subject, 10);
    await attempts.look();
    expect(await rows(subject)).toMatchObject([{ outcome: 'accepted', nextAt: null }]);
    expect(toldOf(subject)).toEqual(['ambiguous', 'accepted']);
  });

  it('and the other side has never heard of it, once it had time to: another may begin', async () => {
    const subject = newId();
    knows.set(await leftBehind(subject), 'not_there');
    await attempts.look();
    await later(subject, 10);
    await attempts.look();
    expect(await outcomes(subject)).toEqual(['not_there']);
    expect((await begin(subject)).begun).toBe(true);
  });

  it('and there is nobody to ask, or nobody who answers in hours: it stays as it is for a person', async () => {
    const [fax, charge] = [newId(), newId()];
    await leftBehind(fax, 'fax');
    await leftBehind(charge);
    await attempts.look();
    for (const minutes of [10, 400]) {
      await later(charge, minutes);
      await attempts.look();
    }
    for (const subject of [fax, charge]) expect(await rows(subject)).toMatchObject([{ outcome: 'ambiguous', nextAt: null }]);
    expect((await begin(fax, 'fax')).begun).toBe(false);
  });

  it('is not believed of one that still calls: its lease is renewed', async () => {
    const subject = newId();
    attempts.add('claim', { leaseMs: 300, callMs: CALL_MS, settleMs: CALL_MS + 300, closed });
    const { attempt } = await begin(subject, 'claim');
    const calling = attempts.call(ctx, attempt.id, async () => {
      await sleep(1_000);
      return ACCEPTED;
    });
    for (let look = 0; look < 5; look += 1) {
      await sleep(150);
      await attempts.look();
      expect(await outcomes(subject)).toEqual([null]);
    }
    expect(await calling).toMatchObject({ outcome: 'accepted' });
  });
});

describe('a kind', () => {
  it('has one name, and lets nothing count as never sent that may be on its way', () => {
    const kind = { leaseMs: 10, callMs: 10, settleMs: 20, closed };
    expect(() => attempts.add('charge', kind)).toThrow('Two kinds');
    expect(() => attempts.add('hasty', { ...kind, settleMs: 19 })).toThrow('settle no sooner');
  });

  it('that nobody has said anything of is not begun', async () => {
    await expect(begin(newId(), 'unheard-of')).rejects.toThrow('Attempts.add');
  });
});
