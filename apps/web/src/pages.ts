import { part } from './i18n/shelf.js';
import { queries } from './data/client/queries.js';
import { appointmentQuery } from './data/appointments.js';
import { untoldQuery } from './data/appointment-lists.js';
import { invoiceQuery, invoicesQuery } from './data/invoices.js';
import { locationsQuery } from './data/locations.js';
import { messagesQuery } from './data/messages.js';
import { noteQuery, notesOfAppointmentQuery } from './data/notes.js';
import { templatesQuery } from './data/note-templates.js';
import { patientListQuery, patientQuery } from './data/patients.js';
import { practitionersQuery } from './data/practitioners.js';
import { workingHoursQuery } from './data/working-hours.js';
import { workItemsQuery } from './data/work-items.js';
import { currentLanguage } from './i18n/index.js';
import type { BillingSearch } from './features/billing/billing-search.js';
import { filterOf, type InboxSearch } from './features/inbox/inbox-search.js';
import type { PatientsSearch } from './features/patients/patients-search.js';

/**
 * The staff's pages but the schedule. Each names all the files that it needs, a long list that a first load does without: so the
 * list is a file of its own, on its way while the session is asked for, or from the first touch of the page before.
 */
export const todayPage = () => part(() => import('./features/today/today-page.js'));
export const patientsPage = () => part(() => import('./features/patients/patients-page.js'));
export const newPatientPage = () => part(() => import('./features/patients/new-patient-page.js'));
export const patientPage = () => part(() => import('./features/patients/patient-page.js'));
export const patientTab = () => part(() => import('./features/patients/patient-tab.js'));
export const notePage = () => part(() => import('./features/notes/note-page.js'));
export const appointmentNotePage = () => part(() => import('./features/notes/appointment-note-page.js'));
export const inboxPage = () => part(() => import('./features/inbox/inbox-page.js'));
export const billingPage = () => part(() => import('./features/billing/billing-page.js'));
export const invoicePage = () => part(() => import('./features/billing/invoice-page.js'));
export const accountPage = () => part(() => import('./features/account/account-page.js'));
export const settingsPage = () => part(() => import('./features/settings/settings-page.js'));
export const setUpSection = () => part(() => import('./features/settings/set-up/set-up-section.js'));
export const settingsSection = () => part(() => import('./features/settings/section.js'));
export const enrolPage = () => part(() => import('./features/account/enrol-page.js'));

// What a page begins with, asked for while its file is on its way: no page waits for it here, each shows what is coming.

export function todayData(): void {
  void queries.prefetchQuery(practitionersQuery);
  void queries.prefetchQuery(locationsQuery);
  void queries.prefetchQuery(workingHoursQuery);
}
export const patientsData = (search: PatientsSearch): void => void queries.prefetchInfiniteQuery(patientListQuery(search));
export const patientData = (id: string): void => void queries.prefetchQuery(patientQuery(id));
export const noteData = (id: string): void => void queries.prefetchQuery(noteQuery(id));
export function appointmentNoteData(appointmentId: string): void {
  void queries.prefetchQuery(notesOfAppointmentQuery(appointmentId));
  void queries.prefetchQuery(appointmentQuery(appointmentId));
  void queries.prefetchQuery(templatesQuery);
  void queries.prefetchQuery(practitionersQuery);
}
export function inboxData({ show, channel, whose }: InboxSearch): void {
  if (show === 'untold') return void queries.prefetchQuery(untoldQuery);
  if (show === 'work') return void queries.prefetchInfiniteQuery(workItemsQuery(currentLanguage(), whose));
  void queries.prefetchInfiniteQuery(messagesQuery({ show, channel, filter: filterOf(show) }));
}
export const billingData = (search: BillingSearch): void => void queries.prefetchInfiniteQuery(invoicesQuery(search));
export const invoiceData = (id: string): void => void queries.prefetchQuery(invoiceQuery(id));
