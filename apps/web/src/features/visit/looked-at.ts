import { useEffect, useState } from 'react';
import { ApiProblem } from '../../api/call.js';
import type { Visit } from './visit.queries.js';

const shown = ({ status, start, end, practitionerId, locationId, serviceId }: Visit): string =>
  [status, start, end, practitionerId, locationId, serviceId].join();

/** What is acted on: the visit as it was looked at, where what is shown of it has changed since. The API then refuses, and says so. */
export const asLookedAt = (opened: Visit | undefined, visit: Visit): Visit => (opened && shown(opened) !== shown(visit) ? opened : visit);

/** The same for a form, which begins with what it was opened on; once that was refused, with what is shown then. */
export function useLookedAt(visit: Visit, error: unknown): Visit {
  const [opened, setOpened] = useState(visit);
  const stale = error instanceof ApiProblem && error.status === 412;
  useEffect(() => {
    if (stale) setOpened(visit);
  }, [stale, visit]);
  return stale ? visit : asLookedAt(opened, visit);
}
