import { IsString, Length, MaxLength } from 'class-validator';
import { textFaults } from './visible-text.js';

class Told {
  @IsString() @MaxLength(254) line!: string;
  @IsString() @MaxLength(500) text!: string;
  @IsString() @Length(1, 1000) reason!: string;
}

const faultsOf = (told: Partial<Told>) => textFaults(Object.assign(new Told(), told)).map(({ property }) => property);

describe('a character that turns the direction of writing', () => {
  it.each(['\u202a', '\u202e', '\u2066', '\u2069'])('stands in no line, and in no reason however long that may be (%#)', (sign) => {
    expect(faultsOf({ line: `a${sign}b`, text: `a${sign}b`, reason: `a${sign}b` })).toEqual(['line', 'reason']);
  });

  it('is not what turns round by itself', () => {
    expect(faultsOf({ line: 'שלום abc', text: 'x', reason: 'سبب 12' })).toEqual([]);
  });
});

describe('a line break or a tab', () => {
  it.each(['\n', '\r', '\r\n', '\t', '\v', '\f', '\u0085', '\u2028', '\u2029'])(
    'stands in no line; a text may be of several, and so may a reason (%#)',
    (sign) => {
      expect(faultsOf({ line: `a${sign}b`, text: `a${sign}b`, reason: `a${sign}b` })).toEqual(['line']);
      expect(faultsOf({ line: `a${sign}` })).toEqual(['line']);
    },
  );

  it('is not a space of another width', () => {
    expect(faultsOf({ line: 'a\u00a0b\u2003c d' })).toEqual([]);
  });
});
