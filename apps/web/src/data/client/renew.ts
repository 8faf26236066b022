import { type QueryClient, useQueryClient } from '@tanstack/react-query';

/** What is asked of the API, by the first word of its keys. */
export type Resource =
  | 'address-proof'
  | 'alarms'
  | 'api-keys'
  | 'appointments'
  | 'audit'
  | 'availability'
  | 'chart'
  | 'chart-access'
  | 'clinics'
  | 'dead-letters'
  | 'invoices'
  | 'locations'
  | 'message-templates'
  | 'messages'
  | 'note-templates'
  | 'notes'
  | 'own-factors'
  | 'own-sessions'
  | 'patients'
  | 'phrases'
  | 'practitioners'
  | 'reminder-rules'
  | 'services'
  | 'session'
  | 'staff'
  | 'time-off'
  | 'timeline'
  | 'untold'
  | 'work-items'
  | 'working-hours';

/** Whatever shows these is read again. @returns once what is on the screen has been */
export const renew = async (queries: QueryClient, ...resources: readonly Resource[]): Promise<void> =>
  void (await Promise.all(resources.map((resource) => queries.invalidateQueries({ queryKey: [resource] }))));

export function useRenew(...resources: readonly Resource[]): () => Promise<void> {
  const queries = useQueryClient();
  return () => renew(queries, ...resources);
}
