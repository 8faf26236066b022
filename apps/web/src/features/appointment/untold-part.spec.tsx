import { act, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { api } from '../../data/client/api.js';
import { draw } from '../../testing.js';
import { noteOwn } from '../../data/own-changes.js';
import { UntoldPart } from './untold-part.js';
import type { Appointment } from '../../data/appointments.js';

const { jest } = import.meta;

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

const UNTOLD = appointment({ version: 5, status: 'booked', start: '2026-12-08T15:00:00Z', practitionerId: 'p', locationId: 'l', told: null,
  patient: { firstName: 'Maya', lastName: 'Roy' } } as Partial<Appointment>); // prettier-ignore
const AGAIN = { ...UNTOLD, version: 7, start: '2026-12-08T18:30:00Z' };
const told = (at: string, by: string) => ({ untold: false, told: { at, by, undoable: true } });

/** Follows what is changed elsewhere; `sent` is of which version each word was, and the API takes that of the newest alone. */
async function live(begun: Appointment) {
  // Of their own, since what this window said of one is remembered.
  const id = crypto.randomUUID();
  const first: Appointment = { ...begun, id };
  let now = first;
  let show: (next: Appointment) => void = () => undefined;
  const sent: string[] = [];
  function Live() {
    const [shown, setShown] = useState(first);
    show = setShown;
    return <UntoldPart appointment={shown} patient={undefined} />;
  }
  const post = async (path: string, { headers }: { headers: Record<string, string> }) => {
    sent.push(headers['If-Match'] ?? '');
    const response = { ok: headers['If-Match'] === `"${now.version}"`, status: 412, headers: { get: () => null } };
    if (!response.ok) return { error: { code: 'STALE_VERSION', current: now }, response };
    const { told, ...bare } = now;
    const next = path.endsWith('not-told') ? { ...bare, untold: true, told: null } : { ...now, untold: false, told: told ?? mine };
    now = { ...next, version: now.version + 1 } as Appointment;
    return { data: now, response };
  };
  const mine = { at: '2026-12-01T16:00:00Z', by: 'Olive Owner', undoable: true };
  jest.spyOn(api, 'POST').mockImplementation(post as never);
  const hands = await draw(<Live />, { ...(staff as object), permissions: ['appointment:manage'] } as never);
  const become = (next: Appointment) => {
    now = { ...next, id };
    act(() => show(now));
  };
  const press = async (name: string) => {
    const before = sent.length;
    await hands.click(screen.getByRole('button', { name }));
    await waitFor(() => expect(sent.length).toBe(before + 1));
    await waitFor(() => expect(screen.getByRole('button', { name }).getAttribute('data-loading')).toBeNull());
  };
  return { id, become, press, sent, follow: () => become(now) };
}
const CHANGED_AGAIN = /It was changed again/;

describe('a word of the telling', () => {
  afterEach(() => jest.restoreAllMocks());

  it('is of the change that was shown first, and of a later one only when that is looked at', async () => {
    const { become, press, sent } = await live(UNTOLD);
    expect(screen.queryByText(CHANGED_AGAIN)).toBeNull();
    become(AGAIN);
    expect(screen.getByText(CHANGED_AGAIN)).toBeTruthy();
    await press('Told');
    expect(sent).toEqual(['"5"']);
    // Once more while the refusal is read: that was not looked at either.
    become({ ...AGAIN, version: 8, practitionerId: 'q' });
    await press('Told');
    become({ ...AGAIN, version: 8, practitionerId: 'q' });
    await press('Told');
    expect(sent).toEqual(['"5"', '"7"', '"8"']);
  });

  it('is not held up by what nobody has to be told of', async () => {
    const { become, press, sent } = await live(UNTOLD);
    become({ ...UNTOLD, version: 6, status: 'confirmed' });
    expect(screen.queryByText(CHANGED_AGAIN)).toBeNull();
    await press('Told');
    expect(sent).toEqual(['"6"']);
  });

  it('is of no other change that came while there was nothing to tell in between', async () => {
    const { become, press, sent } = await live(UNTOLD);
    become({ ...UNTOLD, version: 6, untold: false });
    become(AGAIN);
    await press('Told');
    expect(sent).toEqual(['"5"']);
  });

  it('leaves what is changed after it as new', async () => {
    const { become, press, sent, follow } = await live(UNTOLD);
    await press('Told');
    follow();
    become(AGAIN);
    expect(screen.queryByText(CHANGED_AGAIN)).toBeNull();
    await press('Told');
    expect(sent).toEqual(['"5"', '"7"']);
  });
});

describe('a word of the telling, after another of the same person', () => {
  afterEach(() => jest.restoreAllMocks());

  it('is of what they changed themselves too, and not of what a colleague changed before that', async () => {
    const { become, press, sent, id } = await live(UNTOLD);
    const off = { ...UNTOLD, id, version: 6, status: 'cancelled', cancelledBy: 'clinic' } as Appointment;
    noteOwn({ ...UNTOLD, id }, off);
    become(off);
    expect(screen.queryByText(CHANGED_AGAIN)).toBeNull();
    become({ ...AGAIN, version: 8 });
    expect(screen.getByText(CHANGED_AGAIN)).toBeTruthy();
    noteOwn({ ...AGAIN, id, version: 8 }, { ...AGAIN, id, version: 9, status: 'confirmed' });
    become({ ...AGAIN, version: 9, status: 'confirmed' });
    expect(screen.getByText(CHANGED_AGAIN)).toBeTruthy();
    await press('Told');
    expect(sent).toEqual(['"6"']);
  });

  it('takes back the word that was shown, and not a colleague’s of a later change', async () => {
    const { become, press, sent } = await live({ ...UNTOLD, ...told('2026-12-01T15:00:00Z', 'Olive Owner') });
    become(AGAIN);
    become({ ...AGAIN, version: 8, ...told('2026-12-01T15:20:00Z', 'Mara Member') });
    await press('Not told after all');
    await press('Not told after all');
    expect(sent).toEqual(['"5"', '"8"']);
  });
});
