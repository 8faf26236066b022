import { testApp } from '../../testing/app.js';
import { type OptOut, optOutAfter, type OptWord } from './opting.js';

const WORDS: readonly OptWord[] = ['keyword', 'sentence', 'start', 'yes'];
/** Every order of so many of these words. */
const orders = (many: number): OptWord[][] =>
  many === 0 ? [[]] : orders(many - 1).flatMap((before) => WORDS.map((word) => [...before, word]));

describe('an opt-out', () => {
  it.each(['together', 'one by one'])('stands in the database as it is decided, in whatever order its words are said, %s', async (how) => {
    const { sql } = await testApp();
    const say = async (number: string, words: OptWord[], from: number) =>
      sql('SELECT say_opt_out($1, $2, $3, now())', [number, words, words.map((_, index) => `SM${from + index}`)]);
    for (const words of [1, 2, 3, 4].flatMap(orders)) {
      const number = `${how}: ${words.join()}`;
      if (how === 'together') await say(number, words, 0);
      else for (const [index, word] of words.entries()) await say(number, [word], index);
      const [out] = await sql<OptOut>('SELECT to_us_alone AS "toUsAlone" FROM opted_out_number WHERE number = $1', [number]);
      expect({ number, out }).toEqual({ number, out: optOutAfter(undefined, words) });
      const [optIn] = await sql<{ sid: string }>('SELECT sid FROM opted_in_number WHERE number = $1', [number]);
      const counted = (word: OptWord, index: number) =>
        word === 'start' || (word === 'yes' && optOutAfter(undefined, words.slice(0, index))?.toUsAlone === false);
      const last = words.findLastIndex(counted);
      expect({ number, sid: optIn?.sid }).toEqual({ number, sid: last < 0 ? undefined : `SM${last}` });
    }
  });

  it('that was missed is refused once another text that it knows nothing of was the last word, by whatever release', async () => {
    const { sql } = await testApp();
    const late = (sid: string, known: string[]) => sql("SELECT say_opt_out('missed', '{keyword}', ARRAY[$1], now(), $2)", [sid, known]);
    await late('SM1', []);
    await sql("SELECT say_opt_out('missed', '{start}', '{SM2}', now())");
    await expect(late('SM3', ['SM1'])).rejects.toThrow('since the list was read');
    expect(await sql("SELECT 1 FROM opted_out_number WHERE number = 'missed'")).toEqual([]);
    await late('SM4', ['SM2']);
    // A refusal of the provider is no text of the phone.
    await sql("SELECT say_opt_out('missed', '{provider}', '{}', now())");
    await late('SM5', ['SM4']);
    expect(await sql("SELECT sid FROM last_opt_word WHERE number = 'missed'")).toEqual([{ sid: 'SM5' }]);
  });
});
