import { wordingFaults } from './timeline-words.js';

const line = { en: () => 'Signed', fr: () => 'Signée' };

describe('the events of the time line against their words', () => {
  it('are sound when each has words in both languages', () => {
    expect(wordingFaults(new Map([['note.signed', line]]), ['note.signed'])).toEqual([]);
  });

  it('names an event without words, or without those of one language, with the mend', () => {
    expect(wordingFaults(new Map(), ['note.signed'])).toEqual([expect.stringContaining('note.signed has no words in en and fr: add them')]);
    expect(wordingFaults(new Map([['note.signed', { en: line.en }]]), ['note.signed'])).toEqual([
      expect.stringContaining('no words in fr'),
    ]);
  });

  it('names words for an event that is not on the time line', () => {
    expect(wordingFaults(new Map([['note.signed', line]]), [])).toEqual([expect.stringContaining('define it by timelineEvent')]);
  });
});
