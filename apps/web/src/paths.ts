/** Every address of the web app, from one place. */
export const paths = {
  start: () => '/',
  /** Behind a patient's message. */
  link: (token: string) => `/l/${encodeURIComponent(token)}`,
  invitation: (token: string) => `/invitation/${encodeURIComponent(token)}`,
  passwordReset: (token: string) => `/password-reset/${encodeURIComponent(token)}`,
  apiDocs: () => '/api/docs',
} as const;
