/** Every address of the web app, from one place. */
export const paths = {
  start: () => '/',
  /** Behind a patient's message. */
  link: (token: string) => `/l/${encodeURIComponent(token)}`,
  invitation: (token: string) => `/invitation/${encodeURIComponent(token)}`,
  passwordReset: (token: string) => `/password-reset/${encodeURIComponent(token)}`,
  apiDocs: () => '/api/docs',
} as const;

/** Addresses of the REST API. */
export const apiPaths = {
  session: () => '/api/v1/session',
  chosenClinic: () => '/api/v1/session/clinic',
  passwordResets: () => '/api/v1/password-resets',
  completePasswordReset: (token: string) => `/api/v1/password-resets/${encodeURIComponent(token)}/complete`,
  acceptInvitation: (token: string) => `/api/v1/invitations/${encodeURIComponent(token)}/accept`,
  publicLink: (token: string) => `/api/v1/public/links/${encodeURIComponent(token)}`,
  publicLinkAction: (token: string, action: string) => `/api/v1/public/links/${encodeURIComponent(token)}/${action}`,
} as const;
