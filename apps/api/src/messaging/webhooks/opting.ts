import type { Reply } from './reply.js';

/** An opt-out that holds. */
export interface OptOut {
  /** True where it was said in a sentence, which Twilio takes for nothing: of such a one it knows nothing. */
  toUsAlone: boolean;
}

// At these words Twilio answers by itself; an answer of ours would be a second one, or refused.
const ANSWERED_BY_TWILIO = /^\s*(STOP|STOPALL|UNSUBSCRIBE|CANCEL|END|QUIT|REVOKE|OPTOUT|HELP|INFO)\s*$/i;
/** Twilio takes this very word for a wish to be texted again. */
const OPTS_IN_AT_TWILIO = /^\s*YES\s*$/i;

export const isAnsweredByTwilio = (body: string): boolean => ANSWERED_BY_TWILIO.test(body);

/**
 * Whether texts are wanted again. Twilio's own word for it counts where Twilio keeps the opt-out; where it knows of none, that may as well be an
 * answer to a reminder.
 */
export function optsIn({ wish }: Reply, body: string, out: OptOut | undefined): boolean {
  return wish === 'start' || (wish === 'yes' && out?.toUsAlone === false && OPTS_IN_AT_TWILIO.test(body));
}
