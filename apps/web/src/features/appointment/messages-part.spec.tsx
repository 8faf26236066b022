import { screen } from '@testing-library/react';
import { draw } from '../../testing.js';
import { Lines } from './messages-part.js';
import type { Reminder } from './reminder-lines.js';
import type { Appointment } from '../../data/appointments.js';

const HOUR = 3600_000;
const appointment = (over: Partial<Appointment>): Appointment =>
  ({ id: 'v', status: 'booked', start: new Date(Date.now() + HOUR).toISOString(), untold: false, told: null, ...over }) as Appointment;
const held = (reason: string): Reminder => ({
  ruleId: 'r',
  channel: 'email',
  messageId: null,
  dueAt: '2026-12-01T10:00:00Z',
  outlook: 'held',
  reason,
});
const staff = { permissions: [], clinic: { timeZone: 'America/Toronto' } } as never;
const show = (over: Partial<Appointment>, reason: string) =>
  draw(<Lines appointment={appointment(over)} messages={[]} reminders={[held(reason)]} />, staff);

describe('the reminders of an appointment that do not go', () => {
  it('are said, with what to do about it', async () => {
    await show({}, 'short_notice');
    expect(screen.getByText(/E-mail reminder · does not go/)).toBeTruthy();
    expect(screen.getByText(/Tell them yourself/)).toBeTruthy();
  });

  it('are not missed where somebody told the patient', async () => {
    await show({ told: { at: '2026-11-29T15:32:00Z', by: 'Nora Pine', undoable: true } }, 'short_notice');
    expect(screen.queryByText(/Tell them yourself/)).toBeNull();
  });

  it('are not missed of an appointment that has begun, nor tried ones made of those that never were', async () => {
    await show({ start: new Date(Date.now() - HOUR).toISOString() }, 'too_late');
    expect(screen.queryByText(/does not go|Tell them yourself/)).toBeNull();
    expect(screen.getByText('No reminder is planned')).toBeTruthy();
  });
});
