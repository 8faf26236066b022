import { screen } from '@testing-library/react';
import { draw } from '../../testing.js';
import { UntoldPart } from './untold-part.js';
import type { Visit } from './visit.queries.js';

const visit = (over: Partial<Visit>) => ({ id: 'v', untold: true, status: 'cancelled', ...over }) as Visit;
const staff = { permissions: ['appointment:manage'], clinic: { timeZone: 'America/Toronto' } } as never;

it('says whom to call after the clinic cancelled, as something to do', async () => {
  await draw(<UntoldPart visit={visit({})} patient={{ phone: '+15145550199' }} />, staff);
  expect(screen.getByText(/has not been told that the clinic cancelled/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Call 514\u00a0555-0199' }).getAttribute('href')).toBe('tel:+15145550199');
  expect(screen.getByRole('button', { name: 'Told' })).toBeTruthy();
});

it('says so of a move too, and nothing once it is told', async () => {
  await draw(<UntoldPart visit={visit({ status: 'booked' })} patient={undefined} />, staff);
  expect(screen.getByText(/has not been told of the change/)).toBeTruthy();
});

it('says nothing where the patient knows', async () => {
  await draw(<UntoldPart visit={visit({ untold: false })} patient={{ phone: '+15145550199' }} />, staff);
  expect(screen.queryByRole('status')).toBeNull();
});
