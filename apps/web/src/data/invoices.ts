import { addDays } from '@keel/calendar';
import type { PaymentMethod, TaxCode } from '@keel/contracts';
import { infiniteQueryOptions, type QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import type { Answer } from './client/problem.js';
import { answered, api, type Asked, everyPage, ifMatch } from './client/api.js';
import { renew } from './client/renew.js';
import { keepUnanswered } from './unanswered.js';

export type Invoice = Answer<'InvoiceDto'>;
/** Of a list, where a draft does not say what it would print. */
export type ListedInvoice = Answer<'ListedInvoiceDto'>;
export type InvoiceLine = Invoice['lines'][number];
export type InvoicePayment = Invoice['payments'][number];
export type Payment = Answer<'PaymentDto'>;

export const invoiceQuery = (id: string) =>
  queryOptions({
    queryKey: ['invoices', id],
    queryFn: () => answered(api.GET('/api/v1/invoices/{id}', { params: { path: { id } } })),
  });

const list = (query: Asked<'/api/v1/invoices'>) => answered(api.GET('/api/v1/invoices', { params: { query } }));
/** The most that the API gives in one page. */
const PAGE = 200;

/** Every invoice of one patient, newest first. */
export const invoicesOfPatientQuery = (patientId: string) =>
  queryOptions({
    queryKey: ['invoices', { patientId }],
    queryFn: () => everyPage((at) => list({ patientId, limit: PAGE, ...at })),
  });

/** The appointment's invoice, a draft too; null where there is none that counts. */
export const invoiceOfAppointmentQuery = (appointmentId: string) =>
  queryOptions({
    queryKey: ['invoices', { appointmentId }],
    queryFn: async () => (await list({ appointmentId })).data.find(({ status }) => status !== 'void') ?? null,
  });

/** What a patient owes on all their invoices; its first word makes every payment read it anew. */
export const balanceQuery = (patientId: string) =>
  queryOptions({
    queryKey: ['invoices', 'balance', patientId],
    queryFn: () => answered(api.GET('/api/v1/patients/{id}/balance', { params: { path: { id: patientId } } })),
  });

/** Which invoices a list shows: `open` unless it says otherwise; days of the service, both included. */
export interface InvoicesAsked {
  state?: 'open' | 'paid' | 'draft' | 'void' | 'discarded' | 'all' | undefined;
  from?: string | undefined;
  to?: string | undefined;
  patient?: string | undefined;
}

const LIST_PAGE = 50;

/** Invoices, the newest first, page by page; `to` is the last day that is shown. */
export const invoicesQuery = ({ state = 'open', from, to, patient }: InvoicesAsked) =>
  infiniteQueryOptions({
    queryKey: ['invoices', { state, from, to, patient }],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor }) => {
      const query = {
        limit: LIST_PAGE,
        ...(state !== 'all' && { status: state }),
        ...(from && { from }),
        ...(to && { to: addDays(to, 1) }),
        ...(patient && { patientId: patient }),
        ...(cursor && { cursor }),
      };
      return list(query);
    },
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

/** Puts a changed invoice wherever it is shown, at once; whatever tells of it is then read again. */
export function useKeepInvoice(): (invoice: Invoice) => void {
  const queries = useQueryClient();
  return (invoice) => {
    queries.setQueryData(invoiceQuery(invoice.id).queryKey, invoice);
    readMoneyAgain(queries);
  };
}

/** The invoice of an appointment, issued unless `draft`; asked for again, it is the same one. */
export function useInvoiceAppointment() {
  const keep = useKeepInvoice();
  return useMutation({
    mutationFn: ({ appointmentId, draft = false }: { appointmentId: string; draft?: boolean }) =>
      answered(api.POST('/api/v1/appointments/{id}/invoice', { params: { path: { id: appointmentId } }, body: { draft } })),
    onSuccess: keep,
  });
}

/** The invoice of the appointment that a signed note tells of. */
export function useInvoiceNote() {
  const keep = useKeepInvoice();
  return useMutation({
    mutationFn: ({ noteId, draft = false }: { noteId: string; draft?: boolean }) =>
      answered(api.POST('/api/v1/notes/{id}/invoice', { params: { path: { id: noteId } }, body: { draft } })),
    onSuccess: keep,
  });
}

export function useIssue() {
  const keep = useKeepInvoice();
  return useMutation({
    // On the version that was read: what another wrote since is not issued unseen.
    mutationFn: (draft: SeenDraft) => answered(api.POST('/api/v1/invoices/{id}/issue', onVersion(draft))),
    onSuccess: keep,
  });
}

/** Puts a draft out of the way, or brings it back. */
export function useDiscard() {
  const keep = useKeepInvoice();
  return useMutation({
    mutationFn: ({ draft, discarded }: { draft: SeenDraft; discarded: boolean }) =>
      discarded
        ? answered(api.POST('/api/v1/invoices/{id}/discard', onVersion(draft)))
        : answered(api.POST('/api/v1/invoices/{id}/restore', onVersion(draft))),
    onSuccess: keep,
  });
}

type SeenDraft = Pick<Invoice, 'id' | 'version'>;
const onVersion = (draft: SeenDraft) => ({ params: { path: { id: draft.id } }, headers: ifMatch(draft) });

export function useVoid() {
  const keep = useKeepInvoice();
  return useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      answered(api.POST('/api/v1/invoices/{id}/void', { params: { path: { id } }, body: { reason } })),
    onSuccess: keep,
  });
}

export interface DraftLine {
  /** Which line of the draft it was; none for a new one. */
  id?: string;
  description: string;
  quantity: number;
  unitPrice: Invoice['total'];
  taxCode: TaxCode;
}

/** Replaces the lines of a draft, on the version that was read. */
export function useUpdateDraft() {
  const keep = useKeepInvoice();
  return useMutation({
    mutationFn: ({ invoice, lines }: { invoice: Pick<Invoice, 'id' | 'version'>; lines: DraftLine[] }) =>
      answered(api.PATCH('/api/v1/invoices/{id}', { params: { path: { id: invoice.id } }, headers: ifMatch(invoice), body: { lines } })),
    onSuccess: keep,
  });
}

export interface PaymentIntent {
  invoiceId: string;
  /** The same for each try of one payment: see `paymentKey`. */
  key: string;
  amount: Invoice['total'];
  method: PaymentMethod;
  reference: string;
}

export function usePay() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ invoiceId, key, amount, method, reference }: PaymentIntent) =>
      answered(
        api.POST('/api/v1/invoices/{id}/payments', {
          params: { path: { id: invoiceId } },
          headers: { 'Idempotency-Key': key },
          body: { amount, method, ...(reference && { reference }) },
        }),
      ),
    onSettled: (_payment, error, { invoiceId, key }) => {
      keepUnanswered(invoiceId, key, error);
      // Also after a refusal, or none: the sums on the screen may be old.
      readMoneyAgain(queries);
    },
  });
}

/** Takes back a payment that was a mistake; `key` is the same for each try of one take-back. */
export function useTakeBack() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, key, reason }: { id: string; key: string; reason: string }) =>
      answered(
        api.POST('/api/v1/payments/{id}/reverse', {
          params: { path: { id } },
          headers: { 'Idempotency-Key': key },
          body: { reason },
        }),
      ),
    // Also after a refusal: somebody else may have taken it back.
    onSettled: () => readMoneyAgain(queries),
  });
}

const readMoneyAgain = (queries: QueryClient): void => void renew(queries, 'invoices', 'appointments', 'timeline');
