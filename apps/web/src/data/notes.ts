import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Answer } from './client/problem.js';
import { answered, api, ifMatch } from './client/api.js';

export type Note = Answer<'NoteDto'>;
export type NoteHead = Answer<'NoteHeadDto'>;
export type NoteTemplate = Answer<'NoteTemplateDto'>;

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

export const notesOfAppointmentQuery = (appointmentId: string) =>
  queryOptions({
    queryKey: ['notes', { appointmentId }],
    queryFn: async () => (await answered(api.GET('/api/v1/notes', { params: { query: { appointmentId } } }))).data,
  });

/** As far back as anybody copies from. */
const RECENT = 50;

export const notesOfPatientQuery = (patientId: string) =>
  queryOptions({
    queryKey: ['notes', { patientId }],
    queryFn: async () => (await answered(api.GET('/api/v1/notes', { params: { query: { patientId, limit: RECENT } } }))).data,
  });

export const templatesQuery = queryOptions({
  queryKey: ['note-templates'],
  queryFn: async () => (await answered(api.GET('/api/v1/note-templates'))).data,
});

/** What a note answers: a version never changes. */
export const templateVersionQuery = ({ templateId, templateVersion }: Pick<Note, 'templateId' | 'templateVersion'>) =>
  queryOptions({
    queryKey: ['note-templates', templateId, templateVersion],
    staleTime: Infinity,
    queryFn: () =>
      answered(api.GET('/api/v1/note-templates/{id}/versions/{number}', { params: { path: { id: templateId, number: templateVersion } } })),
  });

export const chartQuery = (patientId: string) =>
  queryOptions({
    queryKey: ['chart', patientId],
    queryFn: () => answered(api.GET('/api/v1/patients/{id}/chart', { params: { path: { id: patientId } } })),
  });

/** Puts a changed note where it is shown; what else tells of it is read again. */
function useKeepNote(): (note: Note) => void {
  const queries = useQueryClient();
  return (note) => {
    void queries.invalidateQueries({ queryKey: ['notes'] });
    queries.setQueryData(noteQuery(note.id).queryKey, note);
    for (const resource of ['appointments', 'chart', 'timeline']) void queries.invalidateQueries({ queryKey: [resource] });
  };
}

/** Starts the note of an appointment; an appointment that has arrived is in session from then on. */
export function useStartNote() {
  const keep = useKeepNote();
  return useMutation({
    mutationFn: async ({ key, ...body }: { appointmentId: string; templateId?: string; key: string }) =>
      asNote(await answered(api.POST('/api/v1/notes', { body, headers: { 'Idempotency-Key': key } }))),
    onSuccess: keep,
  });
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
      void queries.invalidateQueries({ queryKey: ['notes'] });
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
