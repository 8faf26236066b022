import { asMissed } from './missed-text.js';
import type { Reply } from './reply.js';

const AT = new Date('2026-11-30T12:00:00Z');
const told = (seconds: number) => ({ arrivedBy: new Date(+AT + seconds * 1000) });
const missed = (over: object = {}) => ({ at: AT, overtaken: false, takenBack: false, answered: true, ...over });
const reply = (wish: Reply['wish']): Reply => ({ wish, forPerson: false });

describe('a text that was missed', () => {
  it.each(['yes', 'no', 'reschedule', 'choice', 'help'] as const)('is a %s to what was told before it alone', (wish) => {
    expect(asMissed(reply(wish), missed(), [told(-1)])).toEqual(reply(wish));
    for (const changed of [asMissed(reply(wish), missed(), [told(0)]), asMissed(reply(wish), missed({ overtaken: true }), [])])
      expect(changed).toMatchObject({ wish: 'other', forPerson: true, mayBeOff: wish === 'no' });
  });

  it('is an opt-out whatever was told or said since, but for a wish to be written to again', () => {
    expect(asMissed(reply('stop'), missed({ overtaken: true }), [told(9)])).toEqual(reply('stop'));
    expect(asMissed(reply('stop'), missed({ overtaken: true, takenBack: true }), [])).toMatchObject({ wish: 'other', forPerson: true });
  });

  it('opts in unless something was said since', () => {
    expect(asMissed(reply('start'), missed(), [told(9)])).toEqual(reply('start'));
    expect(asMissed(reply('start'), missed({ overtaken: true }), [])).toMatchObject({ wish: 'other' });
  });
});
