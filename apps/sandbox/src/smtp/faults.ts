import { USUAL_FAULTS, type FaultsOf } from '../shell/faults.ts';

/** `code` of a refusal is an SMTP reply code. */
export const MAIL_FAULTS = { email: USUAL_FAULTS } as const;
export type MailFaults = FaultsOf<typeof MAIL_FAULTS>;
