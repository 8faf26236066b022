import { act, screen } from '@testing-library/react';
import { useState } from 'react';
import { chooseLanguage } from '../i18n/index.js';
import { draw } from '../testing.js';
import { MoneyInput } from './money-input.js';

function Priced() {
  const [typed, setTyped] = useState('');
  return <MoneyInput aria-label="price" value={typed} onChange={setTyped} />;
}
const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'price' });
afterEach(() => act(() => chooseLanguage('en')));

describe('an amount', () => {
  it.each([
    ['en', '85', '85.00'],
    ['en', '1,250.5', '1250.50'],
    ['fr', '85,5', '85,50'],
  ] as const)('typed in %s as %s is put in order when the field is left: %s', async (locale, typed, ordered) => {
    act(() => chooseLanguage(locale));
    const hands = await draw(<Priced />);
    await hands.type(field(), typed);
    expect(field().value).toBe(typed);
    await hands.tab();
    expect(field().value.replaceAll(/\s/g, ' ')).toBe(ordered);
  });

  it('that cannot be read stays as it was typed', async () => {
    const hands = await draw(<Priced />);
    await hands.type(field(), 'eighty');
    await hands.tab();
    expect(field().value).toBe('eighty');
  });
});
