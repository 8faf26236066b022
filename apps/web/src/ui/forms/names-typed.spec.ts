import { languagesAsked, namesSent, namesTyped } from './names-typed.js';

describe('names in other languages, in a form', () => {
  it('are an empty text each where there is none, and nothing where nothing is typed', () => {
    expect(namesTyped(null)).toEqual({ en: '', fr: '' });
    expect(namesTyped({ fr: 'Massage' })).toEqual({ en: '', fr: 'Massage' });
    expect(namesSent({ en: ' ', fr: '' })).toBeNull();
    expect(namesSent({ en: '', fr: ' Massothérapie ' })).toEqual({ fr: 'Massothérapie' });
  });

  it('are asked for in the language that the clinic does not write in, and in any that has one', () => {
    expect(languagesAsked('en', namesTyped())).toEqual(['fr']);
    expect(languagesAsked('fr', namesTyped())).toEqual(['en']);
    expect(languagesAsked('en', namesTyped({ en: 'Massage' }))).toEqual(['en', 'fr']);
  });
});
