import { useCan, useSession } from '../session/use-session.js';
import type { Visit } from './visit.queries.js';

/** A visit's note is its practitioner's to write, or of somebody with the chart right. The API asks the same. */
export function useWritesNote({ practitionerId }: Pick<Visit, 'practitionerId'>): boolean {
  const { practitionerId: own, chartRight } = useSession();
  const can = useCan();
  return can('note:write') && (chartRight || own === practitionerId);
}
