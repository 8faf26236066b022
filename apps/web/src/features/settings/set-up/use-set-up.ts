import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../../session/use-session.js';
import { clinicQuery } from '../../../data/clinic.js';
import { practitionersQuery } from '../../../data/practitioners.js';
import { allHoursQuery } from '../../../data/working-hours.js';
import { servicesQuery } from '../../../data/services.js';
import { type Progress, progressOf } from './steps.js';
import { useVisited } from './use-visited.js';

export interface SetUp {
  /** Undefined until everything is read. */
  progress: Progress | undefined;
  error: unknown;
  retry: () => void;
}

/** How far the clinic's set-up is, read off its own records. */
export function useSetUp(enabled = true): SetUp {
  const { clinic } = useSession();
  const details = useQuery({ ...clinicQuery(clinic.id), enabled });
  const practitioners = useQuery({ ...practitionersQuery, enabled });
  const services = useQuery({ ...servicesQuery, enabled });
  const hours = useQuery({ ...allHoursQuery, enabled });
  const visited = useVisited(enabled);
  const asked = [details, practitioners, services, hours, visited];
  const known = details.data && practitioners.data && services.data && hours.data && visited.data !== undefined;
  return {
    progress: known
      ? progressOf({
          clinic: details.data,
          practitioners: practitioners.data,
          services: services.data,
          hours: hours.data,
          visited: visited.data,
        })
      : undefined,
    error: asked.find(({ error }) => error)?.error,
    retry: () => {
      for (const query of asked) if (query.error) void query.refetch();
    },
  };
}
