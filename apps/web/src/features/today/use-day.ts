import { addDays, type CivilDate, daysAsInterval, type Interval, shiftsIn, subtract } from '@keel/calendar';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useFormat } from '../../ui/format.js';
import { useNow } from '../../ui/use-now.js';
import { locationsQuery } from '../../data/locations.js';
import type { Practitioner } from '../../data/practitioners.js';
import { hoursByPractitioner, workingHoursQuery } from '../../data/working-hours.js';
import { timeOffQuery } from '../../data/time-off.js';
import { type Appointment, appointmentsQuery } from '../../data/appointments.js';
import { usePractitioners } from '../../data/use-practitioners.js';
import { useSession } from '../../session/use-session.js';
import { type Line, linesOf, appointmentToBeginWith } from './day-sheet.js';
import type { TodaySearch } from './today-search.js';

export interface Day {
  day: CivilDate;
  today: CivilDate;
  /** Who can be chosen. */
  practitioners: readonly Practitioner[];
  /** Whose day it is; undefined while it is not known, and in a clinic without practitioners. */
  practitioner: Practitioner | undefined;
  lines: readonly Line[];
  /** Undefined while they are fetched. */
  appointments: readonly Appointment[] | undefined;
  chosen: Appointment | undefined;
  /** Somebody has chosen it: on a narrow screen it is shown in place of the list. */
  asked: boolean;
  error: unknown;
  retry: () => void;
  /** Looks at something else; what is not named stays. */
  look: (at: TodaySearch, step?: { replace: boolean }) => void;
}

/** What the address says of the day sheet, with the usual where it says nothing, and what there is on it. */
export function useDay(): Day {
  const { day: other, of, at } = useSearch({ from: '/staff/today' });
  const { practitionerId: own } = useSession();
  const navigate = useNavigate();
  const now = useNow();
  const today = useFormat().dateOf(new Date(now).toISOString());
  const day = other ?? today;
  const people = usePractitioners(day, addDays(day, 1), [of, own], true);
  const practitioners = people.practitioners ?? [];
  const find = (id: string | null | undefined) => practitioners.find((one) => one.id === id);
  const practitioner = find(of) ?? find(own) ?? practitioners[0];
  const list = useQuery({
    ...appointmentsQuery({ from: day, to: addDays(day, 1), practitionerId: practitioner?.id }),
    enabled: practitioner !== undefined,
  });
  const lines = linesOf(list.data ?? [], day === today ? now : undefined, useOpen(practitioner?.id, day));
  const asked = list.data?.find(({ id }) => id === at);
  const begun = useBegun(`${day} ${practitioner?.id}`, list.data, now);
  return {
    day,
    today,
    practitioners,
    practitioner,
    lines,
    appointments: people.practitioners && !practitioner ? [] : list.data,
    chosen: asked ?? begun,
    asked: asked !== undefined,
    error: list.data ? undefined : (people.error ?? list.error),
    retry: () => void Promise.all([people.error && people.refetch(), list.error && list.refetch()]),
    look: (to, step = { replace: true }) => void navigate({ to: '.', search: (before: object) => ({ ...before, ...to }), ...step }),
  };
}

/** When somebody could be booked with the practitioner on a day, were it not for appointments; undefined while it is not known. */
function useOpen(practitionerId: string | undefined, day: CivilDate): Interval[] | undefined {
  const { clinic } = useSession();
  const hours = useQuery(workingHoursQuery);
  const locations = useQuery(locationsQuery);
  const off = useQuery(timeOffQuery(day, addDays(day, 1)));
  return useMemo(() => {
    if (!practitionerId || !hours.data || !locations.data || !off.data) return undefined;
    const mine = hoursByPractitioner(hours.data, locations.data, clinic.timeZone).get(practitionerId) ?? [];
    const away = off.data.filter((one) => one.practitionerId === practitionerId);
    return subtract(
      shiftsIn(mine, daysAsInterval(clinic.timeZone, day, addDays(day, 1))),
      away.map(({ start, end }) => ({ start: Date.parse(start), end: Date.parse(end) })),
    );
  }, [practitionerId, day, hours.data, locations.data, off.data, clinic.timeZone]);
}

/** The appointment to begin with stays while the day goes on: what is being read must not be swapped for something else. */
function useBegun(list: string, appointments: readonly Appointment[] | undefined, now: number): Appointment | undefined {
  const [begun, setBegun] = useState<{ list: string; id: string | undefined }>();
  const stays = begun?.list === list ? appointments?.find(({ id }) => id === begun.id) : undefined;
  const appointment = stays ?? appointmentToBeginWith(appointments ?? [], now);
  if (appointments && (begun?.list !== list || begun.id !== appointment?.id)) setBegun({ list, id: appointment?.id });
  return appointment;
}
