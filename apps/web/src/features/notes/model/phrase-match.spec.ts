import { PHRASE_TRIGGER } from '@keel/contracts';
import { matchingPhrases, slashAt, suggestedTrigger, withPhrase } from './phrase-match.js';

const phrase = (trigger: string, text = trigger, shared = false) => ({ trigger, text, shared });

describe('a call of a phrase', () => {
  it.each([
    ['/', { start: 0, word: '' }],
    ['/con', { start: 0, word: 'con' }],
    ['Seen today. /à-su', { start: 12, word: 'à-su' }],
    ['line\n/x', { start: 5, word: 'x' }],
    ['3/4', undefined],
    ['2026/11/24', undefined],
    ['and/or', undefined],
    ['/done ', undefined],
    ['no call', undefined],
  ])('in %j', (text, slash) => {
    expect(slashAt(text, text.length)).toEqual(slash);
  });

  it('is what stands before the caret', () => {
    expect(slashAt('/cons more', 3)).toEqual({ start: 0, word: 'co' });
    expect(withPhrase('A /cons more', { start: 2, word: 'cons' }, phrase('cons', 'Consent given.'))).toEqual({
      text: 'A Consent given. more',
      caret: 16,
    });
  });

  it('finds by the start of the word, then by its parts, then by the text, one’s own first', () => {
    const all = [phrase('consent', 'x', true), phrase('reconsider'), phrase('consent'), phrase('ice', 'Cold, con moto'), phrase('rest')];
    expect(matchingPhrases(all, 'con').map(({ trigger, shared }) => [trigger, shared])).toEqual([
      ['consent', false],
      ['consent', true],
      ['reconsider', false],
      ['ice', false],
    ]);
    expect(matchingPhrases(all, '', 3)).toHaveLength(3);
    expect(matchingPhrases([phrase('évaluation')], 'Eval')).toHaveLength(1);
    expect(matchingPhrases(all, 'zzz')).toEqual([]);
  });

  it('is suggested from the text’s own words, as the API takes it', () => {
    for (const text of ['Élévation du bras', 'Rest & ice', 'Supercalifragilisticexpialidocious twice', '90° flexion']) {
      expect(suggestedTrigger(text)).toMatch(PHRASE_TRIGGER);
    }
    expect(suggestedTrigger('Élévation du bras')).toBe('elevation-du');
    expect(suggestedTrigger('…')).toBe('');
  });
});
