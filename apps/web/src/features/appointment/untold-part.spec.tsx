import { screen } from '@testing-library/react';
import { draw } from '../../testing.js';
import { UntoldPart } from './untold-part.js';
import type { Appointment } from './appointment.queries.js';

const appointment = (over: Partial<Appointment>) => ({ id: 'v', untold: true, status: 'cancelled', ...over }) as Appointment;
const staff = { permissions: ['appointment:manage'], clinic: { timeZone: 'America/Toronto' } } as never;

it('says whom to call after the clinic cancelled, as something to do', async () => {
  await draw(<UntoldPart appointment={appointment({})} patient={{ phone: '+15145550199' }} />, staff);
  expect(screen.getByText(/has not been told that the clinic cancelled/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Call 514\u00a0555-0199' }).getAttribute('href')).toBe('tel:+15145550199');
  expect(screen.getByRole('button', { name: 'Told' })).toBeTruthy();
});

it('says so of a move too, and nothing once it is told', async () => {
  await draw(<UntoldPart appointment={appointment({ status: 'booked' })} patient={undefined} />, staff);
  expect(screen.getByText(/has not been told of the change/)).toBeTruthy();
});

it('keeps who told them and when, and lets a slip be taken back while there is something to tell', async () => {
  const told = { at: '2026-11-29T15:32:00Z', by: 'Olive Owner', undoable: true };
  await draw(<UntoldPart appointment={appointment({ untold: false, told })} patient={undefined} />, staff);
  expect(screen.getByText(/Olive Owner told the patient: .*10:32/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Not told after all' })).toBeTruthy();
});

it.each([
  [{ at: '2026-11-29T15:32:00Z', by: null, undoable: false }, ['appointment:manage']],
  [{ at: '2026-11-29T15:32:00Z', by: null, undoable: true }, []],
])('keeps when it was, and offers no way back from %j to who may %j', async (told, permissions) => {
  await draw(<UntoldPart appointment={appointment({ untold: false, told })} patient={undefined} />, {
    ...(staff as object),
    permissions,
  } as never);
  expect(screen.getByText(/The patient was told: .*10:32/)).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

it('says nothing where the patient knows', async () => {
  await draw(<UntoldPart appointment={appointment({ untold: false })} patient={{ phone: '+15145550199' }} />, staff);
  expect(screen.queryByRole('status')).toBeNull();
});
