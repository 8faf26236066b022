import { useCan, useSession } from '../../session/use-session.js';
import type { Appointment } from '../../data/appointments.js';

/** An appointment's note is its practitioner's to write, or of somebody with the chart right. The API asks the same. */
export function useWritesNote({ practitionerId }: Pick<Appointment, 'practitionerId'>): boolean {
  const { practitionerId: own, chartRight } = useSession();
  const can = useCan();
  return can('note:write') && (chartRight || own === practitionerId);
}
