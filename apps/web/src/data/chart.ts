import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Answer } from './client/problem.js';
import { answered, api, ifMatch } from './client/api.js';
import { useRenew } from './client/renew.js';

/** In the order in which they matter when somebody comes in. */
export const ENTRY_KINDS = ['allergies', 'problems', 'medications'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export type Problem = Answer<'ProblemDto'>;
export type Allergy = Answer<'AllergyDto'>;
export type Medication = Answer<'MedicationDto'>;
export type ChartEntry = Problem | Allergy | Medication;
/** Fields of an entry as they are sent. */
type EntryBody = Readonly<Partial<Record<string, unknown>>>;

export const chartQuery = (patientId: string) =>
  queryOptions({
    queryKey: ['chart', patientId],
    queryFn: () => answered(api.GET('/api/v1/patients/{id}/chart', { params: { path: { id: patientId } } })),
  });

/** The chart of a patient is read again, where it is shown. */
export function useReadChartAgain(patientId: string) {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['chart', patientId] });
}

/** `key` is made when the form opens: a second try adds nothing twice. The fields of a kind are those that its form asks. */
export function useAddEntry(kind: EntryKind, patientId: string, key: string) {
  const readAgain = useReadChartAgain(patientId);
  const headers = { 'Idempotency-Key': key };
  return useMutation({
    mutationFn: (fields: EntryBody) => {
      const body: unknown = { patientId, ...fields };
      switch (kind) {
        case 'problems':
          return answered<ChartEntry>(api.POST('/api/v1/problems', { headers, body: body as Answer<'CreateProblemDto'> }));
        case 'allergies':
          return answered<ChartEntry>(api.POST('/api/v1/allergies', { headers, body: body as Answer<'CreateAllergyDto'> }));
        case 'medications':
          return answered<ChartEntry>(api.POST('/api/v1/medications', { headers, body: body as Answer<'CreateMedicationDto'> }));
      }
    },
    onSuccess: readAgain,
  });
}

export function useChangeEntry(kind: EntryKind, patientId: string) {
  const readAgain = useReadChartAgain(patientId);
  return useMutation({
    mutationFn: ({ entry, change }: { entry: Pick<ChartEntry, 'id' | 'version'>; change: EntryBody }) => {
      const at = { params: { path: { id: entry.id } }, headers: ifMatch(entry) };
      const body: unknown = change;
      switch (kind) {
        case 'problems':
          return answered<ChartEntry>(api.PATCH('/api/v1/problems/{id}', { ...at, body: body as Answer<'UpdateProblemDto'> }));
        case 'allergies':
          return answered<ChartEntry>(api.PATCH('/api/v1/allergies/{id}', { ...at, body: body as Answer<'UpdateAllergyDto'> }));
        case 'medications':
          return answered<ChartEntry>(api.PATCH('/api/v1/medications/{id}', { ...at, body: body as Answer<'UpdateMedicationDto'> }));
      }
    },
    // Where somebody was quicker, the newest state is shown too.
    onSettled: () => void readAgain(),
  });
}

/** Opens a chart for an hour, with a reason that is reviewed. */
export function useOpenChart(patientId: string) {
  const readAgain = useReadChartAgain(patientId);
  const renewNotes = useRenew('notes');
  return useMutation({
    mutationFn: (reason: string) =>
      answered(api.POST('/api/v1/patients/{id}/chart-access', { params: { path: { id: patientId } }, body: { reason } })),
    // Whatever of the chart was asked for is asked for again, a note as well.
    onSuccess: () => Promise.all([readAgain(), renewNotes()]),
  });
}
