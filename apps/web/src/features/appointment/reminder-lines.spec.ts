import { isUntold, linesOf, type Message, type Reminder } from './reminder-lines.js';

const message = (over: Partial<Message>): Message => ({
  id: 'm',
  kind: 'reminder',
  channel: 'sms',
  status: 'scheduled',
  dueAt: '2026-12-02T10:00:00Z',
  sentAt: null,
  deliveredAt: null,
  timeVersion: 1,
  ...over,
});
const reminder = (over: Partial<Reminder>): Reminder => ({
  ruleId: 'r',
  channel: 'sms',
  messageId: null,
  dueAt: '2026-12-01T10:00:00Z',
  outlook: 'goes',
  reason: null,
  ...over,
});

const start = '2026-12-03T10:00:00Z';
const NOW = Date.parse('2026-12-01T12:00:00Z');
const booked = { status: 'booked', start } as const;
const cancelled = { status: 'cancelled', start } as const;

describe('the messages of an appointment', () => {
  it('say of what waits whether it goes, and list what no message is planned for', () => {
    const held = reminder({ messageId: 'm', outlook: 'held', reason: 'no_consent' });
    const short = reminder({ ruleId: 's', outlook: 'held', reason: 'short_notice' });
    expect(linesOf(booked, [message({})], [held, short], NOW)).toEqual([
      { key: 's', at: short.dueAt, held: short },
      { key: 'm', at: '2026-12-02T10:00:00Z', message: message({}), held },
    ]);
    expect(linesOf(booked, [message({ status: 'sent' })], [held], NOW)[0]?.held).toBeUndefined();
    expect(linesOf(booked, [], [reminder({})], NOW)).toEqual([]);
    // Nobody misses a reminder of an appointment that was cancelled.
    expect(linesOf(cancelled, [message({}), message({ id: 's', status: 'sent' })], [held, short], NOW)).toEqual([
      { key: 's', at: '2026-12-02T10:00:00Z', message: message({ id: 's', status: 'sent' }) },
    ]);
  });

  it('are those that were written once the appointment has begun, and no way that the patient has no address for', () => {
    const late = reminder({ outlook: 'held', reason: 'too_late' });
    expect(linesOf(booked, [message({})], [late], Date.parse(start))).toEqual([]);
    expect(linesOf(booked, [message({ status: 'skipped' })], [late], Date.parse(start))).toHaveLength(1);
    const noWay = reminder({ outlook: 'held', reason: 'no_address' });
    const planned = reminder({ messageId: 'm', outlook: 'held', reason: 'no_address' });
    expect(linesOf(booked, [message({})], [noWay, planned], NOW)).toEqual([]);
    expect(linesOf(booked, [message({ status: 'suppressed' })], [planned], NOW)).toHaveLength(1);
    // Yet it is said that nothing goes.
    expect(isUntold(booked, [noWay, planned], NOW)).toBe(true);
  });

  it('warn where an appointment to come is reminded of by nothing', () => {
    const held = reminder({ outlook: 'held' });
    expect(isUntold(booked, [held, held], NOW)).toBe(true);
    expect(isUntold(booked, [held, reminder({})], NOW)).toBe(false);
    expect(isUntold(booked, [held, reminder({ outlook: 'gone' })], NOW)).toBe(false);
    expect(isUntold(cancelled, [held], NOW)).toBe(false);
    // Nor is there anybody to tell once it has begun.
    expect(isUntold(booked, [held], Date.parse(start))).toBe(false);
    // A clinic that reminds of nothing has decided so.
    expect(isUntold(booked, [], NOW)).toBe(false);
  });
});
