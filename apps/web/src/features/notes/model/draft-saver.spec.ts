import { type Answers, fieldKey, type SectionChange, withAnswer } from './answers.js';
import { DraftSaver, type SendResult } from './draft-saver.js';

const { jest } = import.meta;
const PLAN = 'plan.plan';
const PAIN = 'subjective.pain';

/** A server that holds a note, and can be away or changed by others. */
function server(start: Answers = {}) {
  let stored = start;
  let version = 1;
  const sent: SectionChange[][] = [];
  const next: (SendResult['kind'] | 'lost')[] = [];
  const put = (answers: Answers) => {
    stored = { ...stored, ...answers };
    version++;
  };
  const apply = (change: SectionChange[]) => {
    for (const { key, answers } of change) {
      for (const one of answers) stored = withAnswer(stored, fieldKey(key, one.key), one.value ?? undefined);
    }
    version++;
  };
  const send = async (change: SectionChange[], seen: number): Promise<SendResult> => {
    sent.push(change);
    const fault = next.shift();
    if (fault === 'unreachable') return { kind: 'unreachable' };
    if (fault === 'stopped') return { kind: 'stopped', error: 'why' };
    if (fault === 'refused') return { kind: 'refused', keys: [PAIN] };
    if (seen !== version) return { kind: 'stale', answers: stored, version, status: 'draft' };
    apply(change);
    return fault === 'lost' ? { kind: 'unreachable' } : { kind: 'saved', answers: stored, version };
  };
  return { send, sent, next, put, stored: () => stored };
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('a draft', () => {
  it('is saved after a pause in the typing, and sends the changed answer alone', async () => {
    const away = server({ [PAIN]: 3 });
    const saver = new DraftSaver({ answers: { [PAIN]: 3 }, version: 1 }, away.send);
    saver.edit(PLAN, 'Re');
    await jest.advanceTimersByTimeAsync(500);
    saver.edit(PLAN, 'Rest');
    expect(away.sent).toEqual([]);
    await jest.advanceTimersByTimeAsync(700);
    expect(away.sent).toEqual([[{ key: 'plan', answers: [{ key: 'plan', value: 'Rest' }] }]]);
    expect(saver.snapshot()).toMatchObject({ phase: 'saved', version: 2 });
    saver.edit(PAIN, undefined);
    await jest.advanceTimersByTimeAsync(700);
    expect(away.stored()).toEqual({ [PLAN]: 'Rest' });
  });

  it('is saved while somebody types without a pause', async () => {
    const away = server();
    const saver = new DraftSaver({ answers: {}, version: 1 }, away.send);
    for (let at = 1; at <= 20; at++) {
      saver.edit(PLAN, 'x'.repeat(at));
      await jest.advanceTimersByTimeAsync(400);
    }
    expect(away.sent.length).toBeGreaterThan(0);
  });

  it('keeps what was typed while the network is away, and sends it when it is back', async () => {
    const away = server();
    away.next.push('unreachable', 'unreachable');
    const saver = new DraftSaver({ answers: {}, version: 1 }, away.send);
    saver.edit(PLAN, 'Rest');
    await jest.advanceTimersByTimeAsync(700);
    expect(saver.snapshot().phase).toBe('offline');
    saver.edit(PLAN, 'Rest, ice');
    expect(saver.snapshot().phase).toBe('offline');
    await jest.advanceTimersByTimeAsync(10_000);
    expect(saver.snapshot().phase).toBe('saved');
    expect(away.stored()).toEqual({ [PLAN]: 'Rest, ice' });
  });

  it('whose saving was done but not answered is not in conflict with itself', async () => {
    const away = server();
    away.next.push('lost');
    const saver = new DraftSaver({ answers: {}, version: 1 }, away.send);
    saver.edit(PLAN, 'Rest');
    await jest.advanceTimersByTimeAsync(700);
    saver.edit(PAIN, 2);
    await jest.advanceTimersByTimeAsync(10_000);
    expect(saver.snapshot()).toMatchObject({ phase: 'saved', conflicts: [] });
    expect(away.stored()).toEqual({ [PLAN]: 'Rest', [PAIN]: 2 });
  });

  it('takes in what somebody else answered, where both did not answer the same question', async () => {
    const away = server();
    const saver = new DraftSaver({ answers: {}, version: 1 }, away.send);
    away.put({ [PAIN]: 5 });
    saver.edit(PLAN, 'Rest');
    await jest.advanceTimersByTimeAsync(700);
    expect(saver.snapshot()).toMatchObject({ phase: 'saved', answers: { [PLAN]: 'Rest', [PAIN]: 5 }, broughtIn: [PAIN] });
    expect(away.stored()).toEqual({ [PLAN]: 'Rest', [PAIN]: 5 });
  });

  it('takes in what was read again, unless it is older', async () => {
    const away = server();
    const saver = new DraftSaver({ answers: {}, version: 3 }, away.send);
    saver.offer({ answers: { [PAIN]: 1 }, version: 2, status: 'draft' });
    expect(saver.snapshot().answers).toEqual({});
    saver.offer({ answers: { [PAIN]: 5 }, version: 4, status: 'draft' });
    expect(saver.snapshot()).toMatchObject({ answers: { [PAIN]: 5 }, version: 4, phase: 'saved' });
    saver.offer({ answers: { [PAIN]: 5 }, version: 5, status: 'signed' });
    expect(saver.snapshot().phase).toBe('closed');
    expect(saver.dirty).toBe(false);
  });

  it('in conflict waits for the person, loses neither side, and goes on as they say', async () => {
    const away = server({ [PLAN]: 'Old' });
    const saver = new DraftSaver({ answers: { [PLAN]: 'Old' }, version: 1 }, away.send);
    away.put({ [PLAN]: 'Theirs' });
    saver.edit(PLAN, 'Mine');
    await jest.advanceTimersByTimeAsync(700);
    expect(saver.snapshot()).toMatchObject({ phase: 'conflict', conflicts: [{ key: PLAN, mine: 'Mine', theirs: 'Theirs' }] });
    expect(await saver.flush()).toBe(false);
    saver.edit(PLAN, 'Mine, longer');
    await jest.advanceTimersByTimeAsync(20_000);
    expect(away.stored()).toEqual({ [PLAN]: 'Theirs' });
    saver.settle({ [PLAN]: 'both' });
    await jest.advanceTimersByTimeAsync(0);
    expect(away.stored()).toEqual({ [PLAN]: 'Theirs\nMine, longer' });
    expect(saver.snapshot().phase).toBe('saved');
  });

  it('holds back an answer that the note refuses until it is changed, and saves the others', async () => {
    const away = server();
    away.next.push('refused');
    const saver = new DraftSaver({ answers: {}, version: 1 }, away.send);
    saver.editAll({ [PAIN]: 99, [PLAN]: 'Rest' });
    expect(await saver.flush()).toBe(false);
    expect(away.stored()).toEqual({ [PLAN]: 'Rest' });
    expect(saver.snapshot()).toMatchObject({ phase: 'unsaved', refused: [PAIN], answers: { [PAIN]: 99 } });
    saver.edit(PAIN, 9);
    expect(await saver.flush()).toBe(true);
    expect(away.stored()).toEqual({ [PLAN]: 'Rest', [PAIN]: 9 });
  });

  it('says why saving stopped, and tries again at the next word', async () => {
    const away = server();
    away.next.push('stopped');
    const saver = new DraftSaver({ answers: {}, version: 1 }, away.send);
    saver.edit(PLAN, 'Rest');
    expect(await saver.flush()).toBe(false);
    expect(saver.snapshot()).toMatchObject({ phase: 'stopped', error: 'why' });
    saver.retry();
    await jest.advanceTimersByTimeAsync(0);
    expect(saver.snapshot()).toMatchObject({ phase: 'saved', error: undefined });
  });

  it('that was signed elsewhere is closed, and what was typed since is still there', async () => {
    const signed: SendResult = { kind: 'stale', answers: {}, version: 3, status: 'signed' };
    const saver = new DraftSaver({ answers: {}, version: 1 }, async () => signed);
    saver.edit(PLAN, 'Rest');
    expect(await saver.flush()).toBe(false);
    expect(saver.snapshot()).toMatchObject({ phase: 'closed', answers: { [PLAN]: 'Rest' }, stored: {} });
    expect(saver.dirty).toBe(true);
  });
});
