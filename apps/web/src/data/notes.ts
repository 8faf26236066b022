import { infiniteQueryOptions, MutationObserver, type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Answer } from './client/problem.js';
import { answered, api, type Asked, everyPage, ifMatch } from './client/api.js';
import { renew } from './client/renew.js';

export type Note = Answer<'NoteDto'>;
export type NoteHead = Answer<'NoteHeadDto'>;

/** The client's types take a pair of numbers for a list of them; what is drawn is pairs. */
export const asNote = (answer: unknown): Note => answer as Note;

export const noteQuery = (id: string) =>
  queryOptions({
    queryKey: ['notes', id],
    queryFn: async () => asNote(await answered(api.GET('/api/v1/notes/{id}', { params: { path: { id } } }))),
  });

export const noteHistoryQuery = (id: string) =>
  queryOptions({
    queryKey: ['notes', id, 'versions'],
    queryFn: async () => (await answered(api.GET('/api/v1/notes/{id}/versions', { params: { path: { id } } }))).data,
  });

const list = (query: Asked<'/api/v1/notes'>) => answered(api.GET('/api/v1/notes', { params: { query } }));

export const notesOfAppointmentQuery = (appointmentId: string) =>
  queryOptions({
    queryKey: ['notes', { appointmentId }],
    queryFn: async () => (await list({ appointmentId })).data,
  });

/** As far back as anybody copies from. */
const RECENT = 50;

export const notesOfPatientQuery = (patientId: string) =>
  queryOptions({
    queryKey: ['notes', { patientId }],
    queryFn: async () => (await list({ patientId, limit: RECENT })).data,
  });

/** The heads of every note of a patient, newest appointment first. */
export const noteHeadsQuery = (patientId: string) =>
  infiniteQueryOptions({
    queryKey: ['notes', 'heads', { patientId }],
    initialPageParam: '',
    queryFn: ({ pageParam }) => list({ patientId, limit: RECENT, ...(pageParam && { cursor: pageParam }) }),
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

const UNSIGNED_PAGE = 100;

/** Every note of a practitioner that waits for a signature, the oldest first. */
export const unsignedQuery = (practitionerId: string) =>
  queryOptions({
    queryKey: ['notes', { practitionerId, status: 'draft' }],
    queryFn: async () => (await everyPage((at) => list({ practitionerId, status: 'draft', limit: UNSIGNED_PAGE, ...at }))).toReversed(),
  });

/** Puts a changed note where it is shown; what else tells of it is read again. */
function useKeepNote(): (note: Note) => void {
  const queries = useQueryClient();
  return (note) => {
    void renew(queries, 'notes');
    queries.setQueryData(noteQuery(note.id).queryKey, note);
    void renew(queries, 'appointments', 'chart', 'timeline');
  };
}

interface NewNote {
  appointmentId?: string;
  patientId?: string;
  templateId?: string;
  /** The same for each try, so that a second one starts no second note. */
  key: string;
}

const start = async ({ key, ...body }: NewNote) =>
  asNote(await answered(api.POST('/api/v1/notes', { body, headers: { 'Idempotency-Key': key } })));

/** Starts the note of an appointment; an appointment that has arrived is in session from then on. */
export function useStartNote() {
  const keep = useKeepNote();
  return useMutation({ mutationFn: (note: NewNote & { appointmentId: string }) => start(note), onSuccess: keep });
}

/** Starts a note of a patient who has no appointment for it. */
export const useStartFreeNote = () => useMutation({ mutationFn: (note: NewNote & { patientId: string }) => start(note) });

interface DraftChange {
  sections: Answer<'SaveDraftDto'>['sections'];
  version: number;
}

/** How changes of a draft are sent. They go as mutations, so that a session that has ended is noticed. */
export function draftSender(queries: QueryClient, id: string): (change: DraftChange) => Promise<Note> {
  const sending = new MutationObserver<Note, unknown, DraftChange>(queries, {
    mutationFn: async ({ sections, version }) =>
      asNote(
        await answered(api.PATCH('/api/v1/notes/{id}', { params: { path: { id } }, headers: ifMatch({ version }), body: { sections } })),
      ),
  });
  return (change) => sending.mutate(change);
}

/** Reads a note again, where it is shown. */
export function useRenewNote(id: string): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: noteQuery(id).queryKey });
}

export function useSignNote() {
  const keep = useKeepNote();
  return useMutation({
    mutationFn: async ({ id, version }: { id: string; version: number }) =>
      asNote(await answered(api.POST('/api/v1/notes/{id}/sign', { params: { path: { id } }, headers: ifMatch({ version }) }))),
    onSuccess: keep,
  });
}

export function useAmendNote(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ text, key }: { text: string; key: string }) =>
      answered(api.POST('/api/v1/notes/{id}/addenda', { params: { path: { id } }, headers: { 'Idempotency-Key': key }, body: { text } })),
    onSuccess: (added) => {
      void renew(queries, 'notes');
      // An event may have told of it before the answer came.
      queries.setQueryData(
        noteQuery(id).queryKey,
        (note) => note && { ...note, addenda: [...note.addenda.filter((one) => one.id !== added.id), added] },
      );
    },
  });
}

export function useEnterInError(id: string) {
  const keep = useKeepNote();
  return useMutation({
    mutationFn: async (reason: string) =>
      asNote(await answered(api.POST('/api/v1/notes/{id}/entered-in-error', { params: { path: { id } }, body: { reason } }))),
    onSuccess: keep,
  });
}

/** Opens a counselling note to the circle of care, or closes it again. */
export function useShareNote(id: string) {
  const keep = useKeepNote();
  return useMutation({
    mutationFn: async (shared: boolean) => {
      const params = { path: { id } };
      const call = shared ? api.POST('/api/v1/notes/{id}/share', { params }) : api.POST('/api/v1/notes/{id}/unshare', { params });
      return asNote(await answered(call));
    },
    onSuccess: keep,
  });
}
