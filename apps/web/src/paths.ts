/** Every address of the web app, from one place; what is looked for on a page is in its search, see each route. */
export const paths = {
  start: () => '/',
  /** Behind a patient's message. */
  link: (token: string) => `/l/${encodeURIComponent(token)}`,
  /** For the browser to hand to the phone's calendar: served by the API. */
  linkCalendar: (token: string) => `/api/v1/public/links/${encodeURIComponent(token)}/calendar.ics`,
  invitation: (token: string) => `/invitation/${encodeURIComponent(token)}`,
  passwordReset: (token: string) => `/password-reset/${encodeURIComponent(token)}`,
  /** Behind the mail that asks a founder whose address it is. */
  address: (token: string) => `/address/${encodeURIComponent(token)}`,
  signUp: () => '/sign-up',
  signOut: () => '/sign-out',
  /** Where a second factor is added that the clinic demands, before anything else opens. */
  enrol: () => '/enrol',
  apiDocs: () => '/api/docs',

  today: () => '/today',
  schedule: () => '/schedule',
  patients: () => '/patients',
  newPatient: () => '/patients/new',
  patient: (id: string) => `/patients/${encodeURIComponent(id)}`,
  /** One tab of a patient's page: journey, chart, appointments, billing, messages or details. */
  patientTab: (id: string, tab: string) => `/patients/${encodeURIComponent(id)}/${encodeURIComponent(tab)}`,
  note: (id: string) => `/notes/${encodeURIComponent(id)}`,
  /** The note of an appointment: the one there is, or a new one. */
  appointmentNote: (appointmentId: string) => `/appointments/${encodeURIComponent(appointmentId)}/note`,
  inbox: () => '/inbox',
  billing: () => '/billing',
  invoice: (id: string) => `/invoices/${encodeURIComponent(id)}`,
  /** For the browser to open or save: served by the API. */
  invoicePdf: (invoiceId: string) => `/api/v1/invoices/${encodeURIComponent(invoiceId)}/pdf`,
  /** One's own password, second factors and sessions. */
  account: () => '/account',
  settings: () => '/settings',
  settingsSection: (section: string) => `/settings/${encodeURIComponent(section)}`,
} as const;
