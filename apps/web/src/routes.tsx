import { part } from './i18n/shelf.js';
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, notFound, Outlet, redirect } from '@tanstack/react-router';
import { queries } from './data/client/queries.js';
import { readBillingSearch } from './features/billing/billing-search.js';
import { readInboxSearch } from './features/inbox/inbox-search.js';
import { readJourneySearch, readPatientsSearch } from './features/patients/patients-search.js';
import type { ScheduleSearch } from './features/schedule/schedule-search.js';
import { landingOf } from './session/landing.js';
import { isMarkedLocked } from './session/locked-mark.js';
import { sessionQuery } from './data/session.js';
import { endSession, isLeaving } from './session/sign-out.js';
import { StartPage } from './features/sign-in/start-page.js';
import { readTodaySearch } from './features/today/today-search.js';
import { movedTo } from './former-addresses.js';
import { paths } from './paths.js';
import { isId, readStaffSearch } from './staff-search.js';
import { Frame } from './shell/frame.js';
import { MissingRecord, NotFoundPage } from './ui/not-found-page.js';
import { PageFault } from './ui/page-fault.js';

const pages = () => part(() => import('./pages.js'));
/** Ahead of being wanted; where it fails, it is asked for again then. */
const fetchPages = (): void => void pages().catch(() => undefined);
/** Asks for what a page begins with beside its file; where that fails, the page says so itself. Behind a locked screen nothing is read. */
function beside(load: (all: Awaited<ReturnType<typeof pages>>) => void): void {
  if (!isMarkedLocked()) void pages().then(load, () => undefined);
}
const fetchPagesAtTouch = (): void => {
  for (const touch of ['pointermove', 'pointerdown', 'keydown']) addEventListener(touch, fetchPages, { once: true });
};

const root = createRootRoute({
  component: Outlet,
  notFoundComponent: () => (
    <Frame>
      <NotFoundPage />
    </Frame>
  ),
});

/** Pages for everybody: the way in, and what is behind links in messages to staff; those of patients are in patient-pages/. */
const open = createRoute({
  getParentRoute: () => root,
  id: 'public',
  component: () => (
    <Frame>
      <Outlet />
    </Frame>
  ),
});

const start = createRoute({
  getParentRoute: () => open,
  path: '/',
  /** `next`: where somebody was going who had to sign in first. */
  validateSearch: ({ next }: Record<string, unknown>): { next?: string } => (typeof next === 'string' ? { next } : {}),
  beforeLoad: async () => {
    // A lost connection shows the way in, not an empty page.
    const session = await queries.ensureQueryData(sessionQuery).catch(() => null);
    if (session) throw redirect({ to: landingOf(session), replace: true });
  },
  component: StartPage,
});
const invitation = createRoute({
  getParentRoute: () => open,
  path: '/invitation/$token',
  component: lazyRouteComponent(() => part(() => import('./features/accounts/invitation-page.js')), 'InvitationPage'),
});
const passwordReset = createRoute({
  getParentRoute: () => open,
  path: '/password-reset/$token',
  component: lazyRouteComponent(() => part(() => import('./features/accounts/password-reset-page.js')), 'PasswordResetPage'),
});
const address = createRoute({
  getParentRoute: () => open,
  path: '/address/$token',
  component: lazyRouteComponent(() => part(() => import('./features/accounts/address-page.js')), 'AddressPage'),
});
const signUp = createRoute({
  getParentRoute: () => open,
  path: '/sign-up',
  component: lazyRouteComponent(() => part(() => import('./features/sign-up/sign-up-page.js')), 'SignUpPage'),
});

/** The way out: gone to afresh, so that nothing which this person saw is held, and nothing asks for more. */
const signOut = createRoute({
  getParentRoute: () => open,
  path: '/sign-out',
  beforeLoad: async () => {
    if (!isLeaving()) throw redirect({ to: paths.start(), replace: true });
    await endSession();
    location.replace(paths.start());
    // Under way until the page is gone.
    await new Promise<void>(() => undefined);
  },
  errorComponent: (props) => <PageFault {...props} says="problem.stillSignedIn" />,
});

/** All that opens to somebody of whom the clinic demands a second factor, until they have one. */
const enrol = createRoute({
  getParentRoute: () => open,
  path: '/enrol',
  beforeLoad: async () => {
    const session = await queries.ensureQueryData(sessionQuery);
    if (!session?.mustEnrolFactor) throw redirect({ to: session ? landingOf(session) : paths.start(), replace: true });
  },
  component: lazyRouteComponent(() => pages().then((all) => all.enrolPage()), 'EnrolPage'),
});

/** For the page of one record: an address that holds no id is of none, which the API is not asked about. */
function needId(id: string): void {
  if (!isId(id)) throw notFound();
}

const StaffFrame = lazyRouteComponent(() => part(() => import('./shell/staff-frame.js')), 'StaffFrame');

/** The staff's screens: one must be signed in. */
const staff = createRoute({
  getParentRoute: () => root,
  id: 'staff',
  validateSearch: readStaffSearch,
  beforeLoad: async ({ location }) => {
    // On its way while the session is asked for.
    void StaffFrame.preload?.();
    (location.pathname === paths.schedule() ? fetchPagesAtTouch : fetchPages)();
    const session = await queries.ensureQueryData(sessionQuery);
    if (!session) throw redirect({ to: paths.start(), search: { next: location.href } });
    if (session.mustEnrolFactor) throw redirect({ to: paths.enrol(), replace: true });
  },
  component: StaffFrame,
});
const today = createRoute({
  getParentRoute: () => staff,
  path: '/today',
  validateSearch: readTodaySearch,
  loader: () => beside((all) => all.todayData()),
  component: lazyRouteComponent(() => pages().then((all) => all.todayPage()), 'TodayPage'),
});
const schedule = createRoute({
  getParentRoute: () => staff,
  path: '/schedule',
  // The page reads it, since that takes the calendar, which the way in does without.
  validateSearch: (search: Record<string, unknown>) => search as ScheduleSearch,
  component: lazyRouteComponent(() => part(() => import('./shell/schedule-screen.js')), 'ScheduleScreen'),
});
const patients = createRoute({
  getParentRoute: () => staff,
  path: '/patients',
  validateSearch: readPatientsSearch,
  loader: ({ location }) => beside((all) => all.patientsData(readPatientsSearch(location.search))),
  component: lazyRouteComponent(() => pages().then((all) => all.patientsPage()), 'PatientsPage'),
});
const newPatient = createRoute({
  getParentRoute: () => staff,
  path: '/patients/new',
  component: lazyRouteComponent(() => pages().then((all) => all.newPatientPage()), 'NewPatientPage'),
});
const patient = createRoute({
  getParentRoute: () => staff,
  path: '/patients/$patientId',
  loader: ({ params: { patientId } }) => {
    needId(patientId);
    beside((all) => all.patientData(patientId));
  },
  notFoundComponent: MissingRecord,
  component: lazyRouteComponent(() => pages().then((all) => all.patientPage()), 'PatientPage'),
});
const patientStart = createRoute({
  getParentRoute: () => patient,
  path: '/',
  beforeLoad: ({ params, search }) => {
    throw redirect({ to: paths.patientTab(params.patientId, 'journey'), search, replace: true });
  },
});
const patientTab = createRoute({
  getParentRoute: () => patient,
  path: '/$tab',
  validateSearch: readJourneySearch,
  component: lazyRouteComponent(() => pages().then((all) => all.patientTab()), 'PatientTab'),
});
const note = createRoute({
  getParentRoute: () => staff,
  path: '/notes/$id',
  loader: ({ params: { id } }) => {
    needId(id);
    beside((all) => all.noteData(id));
  },
  notFoundComponent: MissingRecord,
  component: lazyRouteComponent(() => pages().then((all) => all.notePage()), 'NotePage'),
});
const appointmentNote = createRoute({
  getParentRoute: () => staff,
  path: '/appointments/$id/note',
  loader: ({ params: { id } }) => {
    needId(id);
    beside((all) => all.appointmentNoteData(id));
  },
  notFoundComponent: MissingRecord,
  component: lazyRouteComponent(() => pages().then((all) => all.appointmentNotePage()), 'AppointmentNotePage'),
});
const inbox = createRoute({
  getParentRoute: () => staff,
  path: '/inbox',
  validateSearch: readInboxSearch,
  loader: ({ location }) => beside((all) => all.inboxData(readInboxSearch(location.search))),
  component: lazyRouteComponent(() => pages().then((all) => all.inboxPage()), 'InboxPage'),
});
const billing = createRoute({
  getParentRoute: () => staff,
  path: '/billing',
  validateSearch: readBillingSearch,
  loader: ({ location }) => beside((all) => all.billingData(readBillingSearch(location.search))),
  component: lazyRouteComponent(() => pages().then((all) => all.billingPage()), 'BillingPage'),
});
const invoice = createRoute({
  getParentRoute: () => staff,
  path: '/invoices/$id',
  loader: ({ params: { id } }) => {
    needId(id);
    beside((all) => all.invoiceData(id));
  },
  notFoundComponent: MissingRecord,
  component: lazyRouteComponent(() => pages().then((all) => all.invoicePage()), 'InvoicePage'),
});

const account = createRoute({
  getParentRoute: () => staff,
  path: '/account',
  component: lazyRouteComponent(() => pages().then((all) => all.accountPage()), 'AccountPage'),
});
const settings = createRoute({
  getParentRoute: () => staff,
  path: '/settings',
  component: lazyRouteComponent(() => pages().then((all) => all.settingsPage()), 'SettingsPage'),
});
const setUp = createRoute({
  getParentRoute: () => settings,
  path: '/',
  component: lazyRouteComponent(() => pages().then((all) => all.setUpSection()), 'SetUpSection'),
});
const settingsSection = createRoute({
  getParentRoute: () => settings,
  path: '$section',
  component: lazyRouteComponent(() => pages().then((all) => all.settingsSection()), 'SettingsSection'),
});

/** Whether the last step went to another page, not to another view of the same. */
let pageChanged = false;

const moved = movedTo(location);
if (moved) history.replaceState(null, '', moved + location.hash);

export const router = createRouter({
  routeTree: root.addChildren([
    open.addChildren([start, invitation, passwordReset, address, signUp, signOut, enrol]),
    staff.addChildren([
      today,
      schedule,
      patients,
      newPatient,
      patient.addChildren([patientStart, patientTab]),
      note,
      appointmentNote,
      inbox,
      billing,
      invoice,
      account,
      settings.addChildren([setUp, settingsSection]),
    ]),
  ]),
  defaultNotFoundComponent: NotFoundPage,
  defaultErrorComponent: PageFault,
  // A page keeps its place while another is fetched.
  defaultPendingMs: 300,
  // A loader begins a page and no more: what is shown of the API is kept, and renewed, by its queries.
  defaultStaleTime: Infinity,
  scrollRestoration: true,
  // A page begins at its top; what opens beside it or filters it leaves it where it is.
  scrollToTopSelectors: [() => (pageChanged ? document.querySelector('#content') : null)],
});

router.subscribe('onBeforeLoad', ({ pathChanged }) => {
  pageChanged = pathChanged;
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
