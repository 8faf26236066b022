import type { Permission } from '@keel/contracts';
import { useQuery } from '@tanstack/react-query';
import { type Session, sessionQuery } from '../data/session.js';

/** Who is signed in; for the staff's screens, which nobody sees otherwise. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error('This page is for people who are signed in');
  return data;
}

/** Whether the person may do what needs this permission; the API checks it again. */
export function useCan(): (permission: Permission) => boolean {
  const { permissions } = useSession();
  return (permission) => permissions.includes(permission);
}
