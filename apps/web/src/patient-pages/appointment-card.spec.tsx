import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { PublicLink } from '../data/public-links.js';
import { AppointmentCard } from './appointment-card.js';

const { jest } = import.meta;

const link = {
  kind: 'appointment',
  locale: 'en',
  clinic: { name: 'קליניקה 12', phone: null, email: null },
  appointment: {
    status: 'booked', cancelledBy: null, start: '2026-12-01T15:00:00Z', end: '2026-12-01T15:30:00Z', timeZone: 'America/Toronto', version: 1,
    localStart: '2026-12-01T10:00:00-05:00', localEnd: '2026-12-01T10:30:00-05:00',
    practitioner: 'דוד כהן', location: 'مركز 5',
  },
  actions: [],
  noticeHours: 24,
  proposals: [],
} as unknown as PublicLink; // prettier-ignore

function draw(shown: PublicLink) {
  render(<AppointmentCard token="t" link={shown} onDone={() => undefined} onChanged={() => Promise.resolve()} />);
  return userEvent.setup();
}

it('shows names that read from right to left in their own direction', async () => {
  draw(link);
  for (const name of ['קליניקה 12', 'דוד כהן', 'مركز 5']) expect(screen.getByText(name).tagName).toBe('BDI');
});

const off = (appointment: object, phone: string | null = '+15145550199') =>
  ({ ...link, clinic: { ...link.clinic, phone }, appointment: { ...link.appointment, ...appointment } }) as PublicLink;

it.each([
  ['clinic', 'The clinic has cancelled this appointment', 'Please do not come at this time. To book again, call 514\u00a0555-0199.'],
  [
    'patient',
    'Your appointment is cancelled',
    'The clinic knows that you are not coming. To come after all, or at another time, call 514\u00a0555-0199.',
  ],
])('says that the %s called it off, and whom to call', (cancelledBy, title, lead) => {
  draw(off({ status: 'cancelled', cancelledBy }));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(title);
  expect(screen.getByRole('status').textContent).toBe(lead);
  expect(screen.getByRole('link', { name: /Call 514/ }).getAttribute('href')).toBe('tel:+15145550199');
});

it('does not say that somebody is not coming whom the clinic declined, and names no phone that it has not', async () => {
  draw(off({ status: 'declined' }, null));
  expect(screen.getByRole('status').textContent).toBe(
    'The time that you asked for was not booked. To find another time, contact the clinic.',
  );
});

it.each([
  [24, 1, /less than 24 hours’ notice/],
  [24, 48, /^The clinic asks for 24 hours’ notice/],
  [0, 1, undefined],
])('asks before it cancels: with %i h of notice and %i h to go, it says so', async (noticeHours, hours, says) => {
  const start = new Date(Date.now() + hours * 3_600_000 + 60_000).toISOString();
  const upcoming = { ...off({ start }), actions: ['cancel'], noticeHours } as PublicLink;
  const user = draw(upcoming);
  await user.click(screen.getByRole('button', { name: 'Cancel my appointment' }));
  if (says) expect(screen.getByText(says)).toBeTruthy();
  else expect(screen.queryByText(/notice|policy/)).toBeNull();
});

describe('whose clock the time is by', () => {
  // The zone in which the tests run is not known to them: their offset is put in its place.
  afterEach(() => jest.restoreAllMocks());
  it.each([
    ['is left out where the reader’s shows the same', 300, false],
    ['is said where it shows another', 480, true],
  ])('%s', async (_, behind, says) => {
    jest.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(behind);
    draw(link);
    const remark = screen.queryByText('Time at the clinic; the clock of this device shows another');
    expect(remark !== null).toBe(says);
    expect(screen.queryByText(/Toronto/)).toBeNull();
  });
});
