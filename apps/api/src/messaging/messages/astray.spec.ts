import { courseOf, ofItsTime, type Sent } from './astray.js';

const NOW = new Date('2026-12-01T12:00:00Z');
const hours = (ago: number) => new Date(+NOW - ago * 3_600_000);
const reminder = (id: string, over: Partial<Sent> = {}): Sent => ({
  id,
  channel: 'email',
  ruleId: 'r',
  status: 'sent',
  astray: false,
  toPatient: true,
  dueAt: hours(1),
  ...over,
});
const former = { toPatient: false };
const gone = { toPatient: false, astray: true };
const waits = { status: 'scheduled', toPatient: null } as const;
const NOTHING = { astray: [], found: [], again: [] };

describe('what becomes of the reminders of an appointment', () => {
  it.each<[string, Sent[], Partial<ReturnType<typeof courseOf>>]>([
    ['nothing of one that went to the patient', [reminder('a')], {}],
    ['nothing of one that waits', [reminder('a', waits)], {}],
    ['once more, of one that went to a former address', [reminder('a', former)], { astray: ['a'], again: ['a'] }],
    ['once more, of one that came back from there', [reminder('a', { ...former, status: 'failed' })], { astray: ['a'], again: ['a'] }],
    ['nothing more, once another waits', [reminder('a', gone), reminder('b', waits)], {}],
    ['nothing more, once another went to the patient', [reminder('a', gone), reminder('b')], {}],
    [
      'once more, of another that went to a former address too',
      [reminder('a', gone), reminder('b', former)],
      { astray: ['b'], again: ['b'] },
    ],
    ['nothing yet, while one is being handed over', [reminder('a', { ...former, status: 'queued' })], {}],
    [
      'what an address had counts again once it is put back',
      [reminder('a', { astray: true }), reminder('b', former)],
      { astray: ['b'], found: ['a'] },
    ],
    [
      'nothing is sent twice to an address that is put back',
      [reminder('a', { astray: true }), reminder('b', waits)],
      { astray: ['b'], found: ['a'] },
    ],
    ['one that came back stays so', [reminder('a', { status: 'failed' })], {}],
    [
      'the latest alone, of several rules',
      [reminder('a', { ...former, dueAt: hours(24) }), reminder('b', { ...former, ruleId: 's' })],
      { astray: ['a', 'b'], again: ['b'] },
    ],
    [
      'no earlier one, once the latest went again',
      [reminder('a', { ...gone, dueAt: hours(24) }), reminder('b', { ...gone, ruleId: 's' }), reminder('c', { ruleId: 's' })],
      {},
    ],
    [
      'at once, though another rule is still to come',
      [reminder('a', former), reminder('b', { ...waits, ruleId: 's', dueAt: hours(-24) })],
      { astray: ['a'], again: ['a'] },
    ],
    [
      'once more, though a later one was held back and reminded nobody',
      [reminder('a', { ...former, dueAt: hours(48) }), reminder('b', { ruleId: 's', status: 'opted_out', toPatient: null })],
      { astray: ['a'], again: ['a'] },
    ],
    [
      'once more, of one that was refused at a former number',
      [reminder('a', { ...former, status: 'opted_out' })],
      { astray: ['a'], again: ['a'] },
    ],
    ['each channel for itself', [reminder('a', former), reminder('b', { channel: 'sms', ruleId: 's' })], { astray: ['a'], again: ['a'] }],
  ])('is %s', (_, sent, course) => {
    expect(courseOf(sent, NOW)).toEqual({ ...NOTHING, ...course });
  });
});

describe('the reminders that count for an appointment', () => {
  const rows = [
    { ...reminder('a'), timeVersion: 1 },
    { ...reminder('b'), timeVersion: 2 },
    { ...reminder('c', { ruleId: 's' }), timeVersion: 3 },
    { ...reminder('d', { ruleId: 's' }), timeVersion: 4 },
    { ...reminder('e', { ruleId: 's', astray: true }), timeVersion: 4 },
  ];
  it.each([
    ['are of its time', { timeVersion: 2, readdressedFrom: null }, ['b']],
    ['are of no earlier time', { timeVersion: 3, readdressedFrom: null }, ['c']],
    ['are of no later time', { timeVersion: 1, readdressedFrom: 1 }, ['a']],
    [
      'are those of before its place was elsewhere too, where a rule has none since',
      { timeVersion: 4, readdressedFrom: 2 },
      ['b', 'd', 'e'],
    ],
  ])('%s', (_, now, counting) => {
    expect(ofItsTime(rows, now).map(({ id }) => id)).toEqual(counting);
  });
});
