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

describe('the messages of a visit', () => {
  it('say of what waits whether it goes, and list what no message is planned for', () => {
    const held = reminder({ messageId: 'm', outlook: 'held', reason: 'no_consent' });
    const short = reminder({ ruleId: 's', outlook: 'held', reason: 'short_notice' });
    expect(linesOf('booked', [message({})], [held, short])).toEqual([
      { key: 's', at: short.dueAt, held: short },
      { key: 'm', at: '2026-12-02T10:00:00Z', message: message({}), held },
    ]);
    expect(linesOf('booked', [message({ status: 'sent' })], [held])[0]?.held).toBeUndefined();
    expect(linesOf('booked', [], [reminder({})])).toEqual([]);
    // Nobody misses a reminder of a visit that was cancelled.
    expect(linesOf('cancelled', [message({}), message({ id: 's', status: 'sent' })], [held, short])).toEqual([
      { key: 's', at: '2026-12-02T10:00:00Z', message: message({ id: 's', status: 'sent' }) },
    ]);
  });

  it('warn where a visit to come is reminded of by nothing', () => {
    const held = reminder({ outlook: 'held' });
    expect(isUntold('booked', [held, held])).toBe(true);
    expect(isUntold('booked', [held, reminder({})])).toBe(false);
    expect(isUntold('booked', [held, reminder({ outlook: 'gone' })])).toBe(false);
    expect(isUntold('cancelled', [held])).toBe(false);
    // A clinic that reminds of nothing has decided so.
    expect(isUntold('booked', [])).toBe(false);
  });
});
