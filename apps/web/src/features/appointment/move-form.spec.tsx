import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { api } from '../../data/client/api.js';
import { draw } from '../../testing.js';
import { offerAbout } from '../../ui/undo.js';
import type { Appointment } from '../../data/appointments.js';
import { MoveForm } from './move-form.js';

const { jest } = import.meta;

const STAFF = { permissions: ['appointment:book'], clinic: { id: 'c', timeZone: 'America/Toronto' } } as never;
const PEOPLE = [
  { id: 'p', displayName: 'Amélie Gagné', profession: 'physiotherapist', active: true },
  { id: 'q', displayName: 'Quinn Osei', profession: 'physiotherapist', active: true },
];
const given = (id: string) => ({ practitionerId: id, practitioner: PEOPLE.find((one) => one.id === id) }) as Partial<Appointment>;
const FIRST = {
  ...given('p'), version: 5, status: 'booked', start: '2026-12-08T15:00:00.000Z', end: '2026-12-08T15:30:00.000Z', locationId: 'l', serviceId: 's',
  patientId: 'm', patient: { firstName: 'Maya', lastName: 'Roy' }, location: { name: 'Main', timeZone: 'America/Toronto' },
} as unknown as Appointment; // prettier-ignore

/** The form of an appointment that others change meanwhile; `sent` is each try, and the API takes that of the newest version alone. */
async function open() {
  const first: Appointment = { ...FIRST, id: crypto.randomUUID() };
  let now = first;
  let show: (next: Appointment) => void = () => undefined;
  const closed = jest.fn();
  const sent: object[] = [];
  let lost = false;
  function Live() {
    const [shown, setShown] = useState(first);
    show = setShown;
    return <MoveForm appointment={shown} onClose={closed} />;
  }
  const patch = async (_: string, { headers, body }: { headers: Record<string, string>; body: Partial<Appointment> }) => {
    sent.push({ of: headers['If-Match'], ...body });
    const response = { ok: headers['If-Match'] === `"${now.version}"`, status: 412, headers: { get: () => null } };
    if (!response.ok) return { error: { code: 'STALE_VERSION', current: now }, response };
    now = { ...now, ...body, ...given(body.practitionerId ?? now.practitionerId), version: now.version + 1 } as Appointment;
    if (lost) throw new TypeError('Failed to fetch');
    return { data: now, response };
  };
  const get = (path: string) => ({
    data: { data: path.includes('practitioners') ? PEOPLE : [], nextCursor: null },
    response: { ok: true },
  });
  jest.spyOn(api, 'PATCH').mockImplementation(patch as never);
  jest.spyOn(api, 'GET').mockImplementation((async (path: string) => get(path)) as never);
  const hands = await draw(<Live />, STAFF);
  await screen.findByLabelText('With');
  return {
    id: first.id,
    closed,
    sent,
    become: (next: Partial<Appointment>) => {
      now = { ...now, ...next };
      act(() => show(now));
    },
    lose: () => (lost = true),
    follow: () => act(() => show(now)),
    press: async (tries: number) => {
      await hands.click(screen.getByRole('button', { name: 'Move here' }));
      await waitFor(() => expect(sent).toHaveLength(tries));
      await waitFor(() => expect(screen.getByRole('button', { name: 'Move here' }).getAttribute('data-loading')).toBeNull());
    },
  };
}

const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const fields = () => ['Day', 'Time', 'With'].map((label) => screen.getByLabelText<HTMLInputElement>(label).value);

describe('the form that moves an appointment', () => {
  afterEach(() => jest.restoreAllMocks());

  it('leaves it with whom a colleague gave it meanwhile, where only the time was typed', async () => {
    const { id, become, press, sent, closed } = await open();
    type('Day', '2026-12-09');
    type('Time', '11:00');
    become({ ...given('q'), version: 6 });
    await press(1);
    expect(fields()).toEqual(['2026-12-09', '11:00', 'q']);
    await press(2);
    expect(sent).toEqual([
      { of: '"5"', start: '2026-12-09T16:00:00.000Z' },
      { of: '"6"', start: '2026-12-09T16:00:00.000Z' },
    ]);
    await waitFor(() => expect(closed).toHaveBeenCalled());
    await waitFor(() => expect(offerAbout(id)?.label).toMatch(/^Maya Roy: moved to [^,]+, Dec(ember)? 9, 11:00/));
  });

  it('shows the time that it has by now where none was typed, and does not take it back', async () => {
    const { become, press, sent, closed } = await open();
    become({ start: '2026-12-08T19:00:00.000Z', version: 6 });
    await press(1);
    expect(closed).not.toHaveBeenCalled();
    expect(fields()).toEqual(['2026-12-08', '14:00', 'p']);
    await press(1);
    expect(closed).toHaveBeenCalled();
    expect(sent).toEqual([expect.objectContaining({ of: '"5"' })]);
  });

  it('does not close without a word where a colleague did meanwhile what was typed, or called it off', async () => {
    const { become, press, closed } = await open();
    type('Time', '14:00');
    become({ start: '2026-12-08T19:00:00.000Z', version: 6 });
    await press(1);
    expect(closed).not.toHaveBeenCalled();
    become({ status: 'cancelled', version: 7 });
    await press(2);
    expect(closed).not.toHaveBeenCalled();
  });

  it('names with whom it is now, where that was changed', async () => {
    const { id, press, closed } = await open();
    type('With', 'q');
    await press(1);
    await waitFor(() => expect(closed).toHaveBeenCalled());
    await waitFor(() => expect(offerAbout(id)?.label).toMatch(/^Maya Roy: moved to .*10:00.a\.m\., with Quinn Osei$/));
  });

  it('says that it is done where the answer was lost and the appointment tells', async () => {
    const { id, press, lose, follow, closed } = await open();
    type('Time', '14:00');
    lose();
    await press(1);
    expect(closed).not.toHaveBeenCalled();
    follow();
    await press(1);
    expect(closed).toHaveBeenCalled();
    await waitFor(() => expect(offerAbout(id)?.label).toMatch(/moved to .*2:00.p\.m\.$/));
  });
});
