// What is asked about, or offered to be taken back, outlives a look at the appointment; what others change of it in between may be nothing of it.
import { act, screen, waitFor } from '@testing-library/react';
import { api } from '../../../../data/client/api.js';
import { draw } from '../../../../testing.js';
import { takeBack } from '../../../../ui/undo.js';
import { useMoving } from './use-moving.js';
import { type Appointment, useKeepAppointment } from '../../../../data/appointments.js';
import { answerEarly, earlyAsked } from '../../../../ui/appointments/early-arrival.js';
import { answerOver, overAsked } from '../../../../ui/appointments/restore-over.js';
import { useAppointmentActs } from '../../../../ui/appointments/use-appointment-acts.js';

const { jest } = import.meta;

const STAFF = { permissions: ['appointment:manage', 'appointment:book'], clinic: { id: 'c', timeZone: 'America/Toronto' } } as never;
const aDay = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const TO_COME = {
  version: 5, timeVersion: 1, status: 'booked', start: aDay(9), end: aDay(9.02), practitionerId: 'p', locationId: 'l', serviceId: 's', untold: true,
  patient: { firstName: 'Maya', lastName: 'Roy' }, practitioner: { displayName: 'Amélie' }, location: { name: 'Main', timeZone: 'America/Toronto' },
} as unknown as Appointment; // prettier-ignore
const OFF = { ...TO_COME, status: 'cancelled', cancelledBy: 'clinic', cancelReason: 'Storm' } as Appointment;

/** Answers of the API, one after the other: a code that it refuses with, or what the appointment becomes. */
type Answers = (string | Partial<Appointment>)[];

/** What is done to an appointment of the kind; `sent` is of which version each try was. */
async function scene(kind: Appointment, answers: Answers) {
  const first: Appointment = { ...kind, id: crypto.randomUUID() };
  const sent: (string | undefined)[] = [];
  const answer = async (_: string, { headers }: { headers: Record<string, string> }) => {
    sent.push(headers['If-Match']);
    const next = answers[sent.length - 1] ?? {};
    const response = { ok: typeof next === 'object', status: 409, headers: { get: () => null } };
    return response.ok ? { data: { ...first, ...(next as object) }, response } : { error: { code: next, alternatives: [] }, response };
  };
  jest.spyOn(api, 'POST').mockImplementation(answer as never);
  jest.spyOn(api, 'PATCH').mockImplementation(answer as never);
  let hooks: { acts: ReturnType<typeof useAppointmentActs>; moving: ReturnType<typeof useMoving>; keep: (now: Appointment) => void };
  function Hooks() {
    hooks = { acts: useAppointmentActs(), moving: useMoving(), keep: useKeepAppointment() };
    return <p>here</p>;
  }
  await draw(<Hooks />, STAFF);
  await screen.findByText('here');
  return {
    first,
    sent,
    acts: () => hooks.acts,
    moving: () => hooks.moving,
    become: (change: Partial<Appointment>) => act(() => hooks.keep({ ...first, version: 6, ...change })),
  };
}

const LATER = { start: aDay(10), end: aDay(10.02) };

describe('what is done to an appointment after it was asked about', () => {
  afterEach(() => jest.restoreAllMocks());

  it.each<[string, Partial<Appointment>, string]>([
    ['what a colleague said of telling the patient', { untold: false }, '"6"'],
    ['another time', LATER, '"5"'],
  ])('an early arrival is of what was shown: after %s', async (_, change, of) => {
    const { first, sent, acts, become } = await scene(TO_COME, []);
    act(() => acts().act(first, 'arrive'));
    await waitFor(() => expect(earlyAsked()?.id).toBe(first.id));
    become(change);
    act(() => answerEarly(true));
    await waitFor(() => expect(sent).toEqual([of]));
  });

  it.each<[string, Partial<Appointment>, string]>([
    ['what a colleague said of telling the patient', { untold: false }, '"6"'],
    ['a cancellation of another kind', { cancelledBy: 'patient', cancelReason: 'Has a cold' }, '"5"'],
  ])('a restoration over another is of what was shown: after %s', async (_, change, of) => {
    const { first, sent, acts, become } = await scene(OFF, ['SLOT_TAKEN']);
    act(() => acts().act(first, 'restore'));
    await waitFor(() => expect(overAsked()?.appointment.id).toBe(first.id));
    become(change);
    act(() => answerOver(true));
    await waitFor(() => expect(sent).toEqual(['"5"', of]));
  });

  it.each<[string, Partial<Appointment>, string]>([
    ['what a colleague said of telling the patient', { untold: false }, '"6"'],
    ['another practitioner', { practitionerId: 'q' }, '"5"'],
  ])('another place on the grid for one that was refused is of what was shown: after %s', async (_, change, of) => {
    const { first, sent, moving, become } = await scene(TO_COME, ['SLOT_TAKEN']);
    await act(() => moving().send(first, { start: LATER.start }));
    become(change);
    const refused = moving().refused!;
    await act(() => moving().send(refused.appointment, { ...refused.to, overbook: true }));
    expect(sent).toEqual(['"5"', of]);
  });

  it.each<[string, Partial<Appointment>, string]>([
    ['what a colleague said of telling the patient', { ...LATER, timeVersion: 2, untold: false }, '"7"'],
    ['another time', { timeVersion: 3 }, '"6"'],
    ['another time and back', { ...LATER, timeVersion: 4 }, '"6"'],
  ])('the way back of a move is from where it was moved to: after %s', async (_, change, of) => {
    const { first, sent, moving, become } = await scene(TO_COME, [{ ...LATER, version: 6, timeVersion: 2 }]);
    await act(() => moving().send(first, { start: LATER.start }));
    become({ ...change, version: 7 });
    act(() => void takeBack());
    await waitFor(() => expect(sent).toEqual(['"5"', of]));
  });
});
