import { screen } from '@testing-library/react';
import { draw } from '../../../testing.js';
import type { ChartAccess } from '../../../data/chart-access.js';
import { Opening } from './chart-access-section.js';

const opening = {
  id: 'o',
  patientId: 'p',
  patientName: 'Ann Other',
  userId: 'reader',
  userName: 'Rea Der',
  givenBy: 'reader',
  kind: 'own_booking',
  givenAt: '2026-11-29T15:32:00Z',
  expiresAt: null,
  reviewedAt: '2026-11-29T16:32:00Z',
  reviewOutcome: 'justified',
  version: 2,
} as unknown as ChartAccess;
const who = (id: string) => ({ user: { id }, permissions: ['audit:read'], clinic: { timeZone: 'America/Toronto' } }) as never;
const field = () => screen.queryByRole('textbox', { name: /What you found about Rea Der/ });

it.each(['justified', 'unjustified'] as const)(
  'a finding of %s is corrected with what was found, as it was made',
  async (reviewOutcome) => {
    await draw(<Opening opening={{ ...opening, reviewOutcome }} />, who('me'));
    expect(field()).not.toBeNull();
  },
);

it('nobody is asked what they found about themselves', async () => {
  await draw(<Opening opening={opening} />, who('reader'));
  expect(field()).toBeNull();
});
