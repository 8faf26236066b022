import type { Channel } from '@keel/contracts';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Answer } from './client/problem.js';
import { answered, api, type Asked, ifMatch } from './client/api.js';
import { renew } from './client/renew.js';

export type Message = Answer<'MessageDto'>;
export type MessageDetail = Answer<'MessageDetailDto'>;
export type Outcome = Answer<'ResolveMessageDto'>['outcome'];

const list = (query: Asked<'/api/v1/messages'>) => answered(api.GET('/api/v1/messages', { params: { query } }));
const PAGE = 50;

/** Which messages: by what became of them, as the address of the inbox says it, and by how they go. */
export interface MessagesAsked {
  show?: string | undefined;
  channel?: Channel | undefined;
  filter: Pick<Asked<'/api/v1/messages'>, 'attention' | 'audience' | 'status'>;
}

/** Messages, first what somebody must look into, then the newest. */
export const messagesQuery = ({ show, channel, filter }: MessagesAsked) =>
  infiniteQueryOptions({
    queryKey: ['messages', { show, channel }],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) => {
      const query = { limit: PAGE, sort: 'attention' as const, ...filter, ...(channel && { channel }), ...(cursor && { cursor }) };
      return list(query);
    },
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

/** What was written about one appointment, oldest first. */
export const messagesOfAppointmentQuery = (appointmentId: string) =>
  queryOptions({
    queryKey: ['messages', { appointmentId }],
    queryFn: async () => (await list({ appointmentId })).data.toReversed(),
  });

/** What was written to a patient, newest first. */
export const patientMessagesQuery = (patientId: string) =>
  infiniteQueryOptions({
    queryKey: ['messages', { patientId }],
    initialPageParam: '',
    queryFn: ({ pageParam }) => list({ patientId, limit: PAGE, ...(pageParam && { cursor: pageParam }) }),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/**
 * Which reminders of an appointment go, and why the others do not. It stands under its patient's journey, since what makes that old
 * (a move, a refusal, a text, a new number) is what decides about reminders.
 */
export const remindersOfAppointmentQuery = ({ id, patientId }: { id: string; patientId: string }) =>
  queryOptions({
    queryKey: ['timeline', patientId, 'reminders', id],
    queryFn: async () => (await answered(api.GET('/api/v1/appointments/{id}/reminders', { params: { path: { id } } }))).data,
  });

export const messageQuery = (id: string) =>
  queryOptions({
    queryKey: ['messages', id],
    queryFn: () => answered(api.GET('/api/v1/messages/{id}', { params: { path: { id } } })),
  });

/** Says what became of a message: see the API's `resolve`. */
export function useResolve() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ message, outcome }: { message: Pick<Message, 'id' | 'version'>; outcome: Outcome }) =>
      answered(
        api.POST('/api/v1/messages/{id}/resolve', {
          params: { path: { id: message.id } },
          headers: ifMatch(message),
          body: { outcome },
        }),
      ),
    onSuccess: (message) => queries.setQueryData(messageQuery(message.id).queryKey, message),
    // Also where somebody was quicker: the newest state is shown.
    onSettled: () => void renew(queries, 'messages', 'timeline', 'work-items'),
  });
}

/** Ends every link to an appointment that was sent out. */
export function useWithdrawLinks() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (appointmentId: string) =>
      answered(api.POST('/api/v1/appointments/{id}/withdraw-links', { params: { path: { id: appointmentId } } })),
    onSettled: () => renew(queries, 'messages'),
  });
}
