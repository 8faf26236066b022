import { defaultRules, dueAt, mergeRules } from './default-rules.js';

const CLINIC = '0198c2f0-0000-7000-8000-000000000001';
const row = (over: object) => ({ ...defaultRules(CLINIC)[0]!, removed: false, version: 2, ...over });

describe('reminder rules', () => {
  it('are an e-mail three days and an SMS two days ahead where the clinic has edited nothing', () => {
    expect(mergeRules(CLINIC, [])).toEqual([
      expect.objectContaining({ channel: 'email', minutesBefore: 4320 }),
      expect.objectContaining({ channel: 'sms', minutesBefore: 2880 }),
    ]);
  });

  it("show the clinic's edit in place of the default, and nothing in place of a removed one", () => {
    expect(mergeRules(CLINIC, [row({ minutesBefore: 60 })]).map((rule) => rule.minutesBefore)).toEqual([2880, 60]);
    expect(mergeRules(CLINIC, [row({ removed: true })]).map((rule) => rule.channel)).toEqual(['sms']);
  });

  it('skip what is already past when the appointment is booked', () => {
    const start = new Date('2026-12-04T15:00:00Z');
    const rule = { minutesBefore: 60 };
    expect(dueAt(rule, start, new Date('2026-12-04T13:00:00Z'))).toEqual(new Date('2026-12-04T14:00:00Z'));
    expect(dueAt(rule, start, new Date('2026-12-04T14:00:01Z'))).toBeUndefined();
  });

  it('leave three minutes in which a slip is taken back', () => {
    const start = new Date('2026-12-04T15:00:00Z');
    expect(dueAt({ minutesBefore: 60 }, start, new Date('2026-12-04T13:59:00Z'))).toEqual(new Date('2026-12-04T14:02:00Z'));
  });
});
