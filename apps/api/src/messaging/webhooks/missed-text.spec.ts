import { asMissed } from './missed-text.js';
import type { OptOut, OptWord } from './opting.js';
import type { Reply } from './reply.js';

const AT = new Date('2026-11-30T12:00:00Z');
const told = (seconds: number) => ({ arrivedBy: new Date(+AT + seconds * 1000) });
/** Its own word of being texted, and those that were heard since. */
const missed = (words: OptWord[] = [], over: object = {}) => ({
  at: AT,
  overtaken: words.length > 1,
  said: words.map((word, index) => ({ word, sid: String(index) })),
  known: [],
  answered: true,
  ...over,
});
const reply = (wish: Reply['wish']): Reply => ({ wish, forPerson: false });
const HERE: OptOut = { toUsAlone: true };
const AT_TWILIO: OptOut = { toUsAlone: false };

describe('a text that was missed', () => {
  it.each(['yes', 'no', 'reschedule', 'choice', 'help'] as const)('is a %s to what was told before it alone', (wish) => {
    expect(asMissed(reply(wish), missed(), [told(-1)], undefined)).toEqual(reply(wish));
    for (const changed of [
      asMissed(reply(wish), missed(), [told(0)], undefined),
      asMissed(reply(wish), missed([], { overtaken: true }), [], undefined),
    ])
      expect(changed).toMatchObject({ wish: 'other', forPerson: true, mayBeOff: wish === 'no' });
  });

  it('is an opt-out whatever was told or said since, but for a wish to be written to again', () => {
    expect(asMissed(reply('stop'), missed(['keyword'], { overtaken: true }), [told(9)], undefined)).toEqual(reply('stop'));
    expect(asMissed(reply('stop'), missed(['sentence'], { overtaken: true }), [told(9)], undefined)).toEqual(reply('stop'));
    expect(asMissed(reply('stop'), missed(['keyword', 'start']), [], undefined)).toMatchObject({ wish: 'other', forPerson: true });
    expect(asMissed(reply('stop'), missed(['keyword', 'yes']), [], undefined)).toMatchObject({ wish: 'other', forPerson: true });
    expect(asMissed(reply('stop'), missed(['sentence', 'yes']), [], undefined)).toEqual(reply('stop'));
  });

  it('opts in whatever was told or said since, but for an opt-out', () => {
    expect(asMissed(reply('start'), missed(['start']), [told(9)], HERE)).toEqual(reply('start'));
    expect(asMissed(reply('start'), missed(['start'], { overtaken: true }), [], AT_TWILIO)).toEqual(reply('start'));
    for (const out of [undefined, HERE, AT_TWILIO])
      for (const word of ['keyword', 'sentence'] as const)
        expect(asMissed(reply('start'), missed(['start', word]), [], out)).toMatchObject({ wish: 'other' });
  });

  it("opts in by Twilio's own word for it, where Twilio kept an opt-out", () => {
    expect(asMissed(reply('yes'), missed(['yes'], { overtaken: true }), [told(9)], AT_TWILIO)).toEqual(reply('yes'));
    expect(asMissed(reply('yes'), missed(['yes', 'keyword']), [], AT_TWILIO)).toMatchObject({ wish: 'other' });
    expect(asMissed(reply('yes'), missed(['yes'], { overtaken: true }), [], HERE)).toMatchObject({ wish: 'other' });
  });
});
