import { act, screen } from '@testing-library/react';
import { chooseLanguage } from '../../i18n/index.js';
import { draw } from '../../testing.js';
import { PaperGapsNotice } from './paper-gaps-notice.js';

const manager = { permissions: ['clinic:manage'] } as never;
afterEach(() => act(() => chooseLanguage('en')));

it('says which number and whose address receipts lack, and leads to where they are entered', async () => {
  await draw(<PaperGapsNotice taxes={['GST', 'QST']} places={['Main Street']} />, manager);
  expect(screen.getByRole('note').textContent).toContain('No number for GST + QST');
  expect(screen.getByRole('link', { name: 'Enter the number' }).getAttribute('href')).toBe('/settings/clinic');
  expect(screen.getByRole('link', { name: 'Enter the address' }).getAttribute('href')).toBe('/settings/locations');
  act(() => chooseLanguage('fr'));
  expect(screen.getByRole('note').textContent).toContain('Aucun numéro pour TPS + TVQ');
});

it('leads nobody to where they may enter nothing, nor to where they are', async () => {
  await draw(<PaperGapsNotice taxes={['HST']} places={[]} />, { permissions: [] });
  expect(screen.getByRole('note').textContent).toContain('Whoever manages the clinic can enter it');
  expect(screen.queryByRole('link')).toBeNull();
});

it('is not there where nothing is missing', async () => {
  await draw(<PaperGapsNotice taxes={[]} places={[]} here />, manager);
  expect(screen.queryByRole('note')).toBeNull();
});
