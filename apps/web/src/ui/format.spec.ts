import { makeFormat } from './format.js';

const plain = (text: string) => text.replaceAll(/[\s\u00a0\u202f]/g, ' ');

it('writes money to the cent however much it is, in both languages', () => {
  const amounts = [3_000_000_000, 214_748_364_801, 100_000_000_000_001].map((amount) => ({ amount, currency: 'CAD' as const }));
  const written = (locale: 'en' | 'fr') => amounts.map((money) => plain(makeFormat(locale, 'America/Toronto').money(money)));
  expect(written('en')).toEqual(['$30,000,000.00', '$2,147,483,648.01', '$1,000,000,000,000.01']);
  expect(written('fr')).toEqual(['30 000 000,00 $', '2 147 483 648,01 $', '1 000 000 000 000,01 $']);
});
