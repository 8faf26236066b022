/**
 * The staff's pages but the schedule. Each names all the files that it needs, a long list that a first load does without: so the
 * list is a file of its own, on its way while the session is asked for, or from the first touch of the page before.
 */
export const todayPage = () => import('./features/today/today-page.js');
export const patientsPage = () => import('./features/patients/patients-page.js');
export const newPatientPage = () => import('./features/patients/new-patient-page.js');
export const patientPage = () => import('./features/patients/patient-page.js');
export const patientTab = () => import('./features/patients/patient-tab.js');
export const notePage = () => import('./features/notes/note-page.js');
export const appointmentNotePage = () => import('./features/notes/appointment-note-page.js');
export const inboxPage = () => import('./features/inbox/inbox-page.js');
export const billingPage = () => import('./features/billing/billing-page.js');
export const invoicePage = () => import('./features/billing/invoice-page.js');
export const accountPage = () => import('./features/account/account-page.js');
export const settingsPage = () => import('./features/settings/settings-page.js');
export const setUpSection = () => import('./features/settings/set-up/set-up-section.js');
export const settingsSection = () => import('./features/settings/section.js');
export const enrolPage = () => import('./features/account/enrol-page.js');
