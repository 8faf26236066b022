import { EVENTS } from '@keel/contracts';
import fc from 'fast-check';
import { distinctKeys, isLive, keysOf, waitBefore } from './live-keys.js';

const PATIENT = '01a20c34-1a02-7073-8c99-7cb3f9049be6';

describe('what happens in the clinic', () => {
  it('makes old whatever shows it', () => {
    const ids = { appointmentId: 'a', patientId: PATIENT };
    expect(keysOf({ type: 'appointment.booked', ids })).toEqual([
      ['appointments'],
      ['untold'],
      ['availability'],
      ['invoices'],
      ['timeline', PATIENT],
    ]);
    expect(keysOf({ type: 'note.signed', ids })).toContainEqual(['chart', PATIENT]);
    expect(keysOf({ type: 'payment.received', ids })).toContainEqual(['invoices']);
    expect(keysOf({ type: 'message.failed', ids: {} })).toEqual([['messages'], ['work-items'], ['untold'], ['appointments'], ['timeline']]);
  });

  it('is known by its kind, every kind but what only a mail tells of', () => {
    const unknown = Object.keys(EVENTS).filter((type) => keysOf({ type, ids: {} }).length === 0);
    expect(unknown).toEqual(['address.proof_requested', 'password.reset_requested', 'account.alerted']);
  });

  it('makes nothing old where it is of a kind that came later', () => {
    fc.assert(fc.property(fc.string(), (type) => expect(Array.isArray(keysOf({ type: `x${type}`, ids: {} }))).toBe(true)));
    expect(keysOf({ type: 'claim.adjudicated', ids: {} })).toEqual([]);
  });

  it('leaves alone what no event tells of', () => {
    expect([['appointments', 'day'], ['chart', PATIENT], ['messages']].map(isLive)).toEqual([true, true, true]);
    expect([['recent-patients'], ['audit', {}], ['session']].map(isLive)).toEqual([false, false, false]);
  });

  it('is read anew once, however much of it there was', () => {
    const key = fc.oneof(fc.tuple(fc.constantFrom('a', 'b')), fc.tuple(fc.constantFrom('a', 'b'), fc.constantFrom('1', '2')));
    fc.assert(
      fc.property(fc.array(key), (keys) => {
        const kept = distinctKeys(keys).map((one) => JSON.stringify(one));
        const covers = (one: readonly string[]) => kept.includes(JSON.stringify(one)) || kept.includes(JSON.stringify(one.slice(0, 1)));
        expect(keys.every(covers)).toBe(true);
        expect(new Set(kept).size).toBe(kept.length);
        for (const one of distinctKeys(keys)) if (one.length > 1) expect(kept).not.toContain(JSON.stringify(one.slice(0, 1)));
      }),
    );
  });
});

describe('the next try', () => {
  it('comes later each time, within a minute and never at once', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
        const wait = waitBefore(attempt, random);
        expect(wait).toBeGreaterThanOrEqual(500);
        expect(wait).toBeLessThanOrEqual(60_000);
      }),
    );
    expect(waitBefore(3, 1)).toBe(8000);
  });
});
