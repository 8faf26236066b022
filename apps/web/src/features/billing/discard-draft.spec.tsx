import { screen } from '@testing-library/react';
import { draw } from '../../testing.js';
import type { Invoice } from '../../data/invoices.js';
import { DiscardDraft } from './discard-draft.js';

const draft = {
  id: 'd', status: 'draft', version: 3, discardedAt: null, appointmentStatus: 'cancelled', paid: { amount: 0 }, open: { amount: 0 },
} as unknown as Invoice; // prettier-ignore
const viewer = (right: boolean) => ({ clinic: { timeZone: 'America/Toronto' }, permissions: right ? ['invoice:write' as const] : [] });
const button = () => {
  const [{ disabled, title, textContent }] = screen.getAllByRole<HTMLButtonElement>('button') as [HTMLButtonElement];
  return [textContent, disabled, title];
};

describe('a draft', () => {
  it('can be discarded', async () => {
    await draw(<DiscardDraft draft={draft} />, viewer(true));
    expect(button()).toEqual(['Discard draft', false, '']);
  });

  it('that is discarded can be brought back', async () => {
    await draw(<DiscardDraft draft={{ ...draft, discardedAt: '2026-11-23T16:00:00Z' }} />, viewer(true));
    expect(button()).toEqual(['Bring back', false, '']);
  });

  it('is not discarded with changes that are not saved, and says so', async () => {
    await draw(<DiscardDraft draft={draft} unsaved />, viewer(true));
    expect(button()).toEqual(['Discard draft', true, 'Save or discard your changes first.']);
  });

  it('is discarded by nobody without the right to write invoices', async () => {
    await draw(<DiscardDraft draft={draft} />, viewer(false));
    expect(button()).toEqual(['Discard draft', true, expect.stringContaining('You may not do this.')]);
  });
});
