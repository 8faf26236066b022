import { act, screen } from '@testing-library/react';
import { useState } from 'react';
import { api } from '../../data/client/api.js';
import { draw } from '../../testing.js';
import type { Appointment } from '../../data/appointments.js';
import { CancelForm } from './cancel-form.js';

const { jest } = import.meta;

const STAFF = { permissions: ['appointment:manage'], clinic: { id: 'c', timeZone: 'America/Toronto' } } as never;
const FIRST = {
  id: 'a', version: 5, status: 'booked', start: '2026-12-08T15:00:00Z', end: '2026-12-08T15:30:00Z', practitionerId: 'p', locationId: 'l',
  serviceId: 's', patient: { firstName: 'Maya', lastName: 'Roy' }, cancelledBy: null, cancelReason: null,
} as unknown as Appointment; // prettier-ignore
const off = (cancelledBy: 'patient' | 'clinic', cancelReason: string | null) =>
  ({ status: 'cancelled', cancelledBy, cancelReason }) as const;

/** Cancels what was changed meanwhile, by the patient, for a reason where there is one. */
async function refused(by: Partial<Appointment>, reason: string) {
  const closed = jest.fn();
  const now = { ...FIRST, ...by, version: 6 };
  const answer = { error: { code: 'STALE_VERSION', current: now }, response: { ok: false, status: 412, headers: { get: () => null } } };
  jest.spyOn(api, 'POST').mockResolvedValue(answer as never);
  jest.spyOn(api, 'GET').mockResolvedValue({ data: { cancellationNoticeHours: 24 }, response: { ok: true } } as never);
  let show: (next: Appointment) => void = () => undefined;
  function Live() {
    const [shown, setShown] = useState(FIRST);
    show = setShown;
    return <CancelForm appointment={shown} onClose={closed} />;
  }
  const hands = await draw(<Live />, STAFF);
  if (reason) await hands.type(screen.getByRole('textbox'), reason);
  await hands.click(screen.getByRole('button', { name: 'Cancel appointment' }));
  await screen.findByText(/Somebody changed this/);
  act(() => show(now));
  return closed;
}

describe('a cancellation that was refused', () => {
  // A field that grows with its text listens for what it is written in.
  beforeAll(() => void Object.defineProperty(document, 'fonts', { value: new EventTarget() }));
  afterEach(() => jest.restoreAllMocks());

  it.each<[string, Partial<Appointment>, string, boolean]>([
    ['it was cancelled by the same, for the same reason', off('patient', 'Has a cold'), 'Has a cold', true],
    ['it was cancelled late, without a reason', { ...off('patient', null), status: 'late_cancelled' }, '', true],
    ['it was cancelled by somebody else', off('clinic', null), '', false],
    ['it was cancelled for another reason', off('patient', null), 'Has a cold', false],
    ['the patient has arrived', { status: 'arrived' }, '', false],
  ])('closes its form where it is done, and is shown otherwise: %s', async (_, by, reason, done) => {
    const closed = await refused(by, reason);
    expect(closed).toHaveBeenCalledTimes(done ? 1 : 0);
    expect(screen.getByText(/Somebody changed this/)).toBeTruthy();
  });
});
