import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { locationsQuery } from '../../data/locations.js';
import { hoursByPractitioner, workingHoursQuery } from '../../data/working-hours.js';
import { timeOffQuery } from '../../data/time-off.js';
import { appointmentsQuery } from '../../data/appointments.js';
import { useSession } from '../../session/use-session.js';
import type { GridFacts } from './grid/columns.js';

interface Range {
  from: string;
  to: string;
  practitionerId?: string | undefined;
}

/** What a grid shows of these days; undefined until it is there, with what went wrong if something did. */
export function useGridFacts(range: Range): { facts: GridFacts | undefined; error: unknown; again: () => void } {
  const { clinic } = useSession();
  const appointments = useQuery(appointmentsQuery(range));
  const hours = useQuery(workingHoursQuery);
  const locations = useQuery(locationsQuery);
  const timeOff = useQuery(timeOffQuery(range.from, range.to));
  const byPractitioner = useMemo(
    () => hours.data && locations.data && hoursByPractitioner(hours.data, locations.data, clinic.timeZone),
    [hours.data, locations.data, clinic.timeZone],
  );
  const facts = useMemo(
    () =>
      appointments.data &&
      byPractitioner &&
      timeOff.data && { appointments: appointments.data, hours: byPractitioner, timeOff: timeOff.data },
    [appointments.data, byPractitioner, timeOff.data],
  );
  const all = [appointments, hours, locations, timeOff];
  const again = () => all.filter(({ isError }) => isError).forEach(({ refetch }) => void refetch());
  return { facts, error: all.find(({ error }) => error)?.error, again };
}
