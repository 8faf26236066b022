import { screen } from '@testing-library/react';
import { draw } from '../../testing.js';
import type { PublicLink } from './link.queries.js';
import { VisitCard } from './visit-card.js';

const link = {
  kind: 'appointment',
  locale: 'en',
  clinic: { name: 'קליניקה 12', phone: null, email: null },
  appointment: {
    status: 'booked', start: '2026-12-01T15:00:00Z', end: '2026-12-01T15:30:00Z', timeZone: 'America/Toronto', version: 1,
    practitioner: 'דוד כהן', location: 'مركز 5',
  },
  actions: [],
  proposals: [],
} as unknown as PublicLink; // prettier-ignore

it('shows names that read from right to left in their own direction', async () => {
  await draw(<VisitCard token="t" link={link} />);
  for (const name of ['קליניקה 12', 'דוד כהן', 'مركز 5']) expect(screen.getByText(name).tagName).toBe('BDI');
});
