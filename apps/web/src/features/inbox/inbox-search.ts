import { CHANNELS, type Channel, type MessageStatus } from '@keel/contracts';
import type { Whose } from '../../data/work-items.js';
import { isId } from '../../staff-search.js';

/** Which messages the inbox shows, by what became of them; `work` is all that a person must decide, `untold` are calls to make. */
export const SHOWN = ['work', 'attention', 'untold', 'sent', 'planned', 'held', 'failed', 'received', 'staff'] as const;
export type Shown = (typeof SHOWN)[number];

type NoMessages = 'work' | 'untold';
export const WHOSE = ['me', 'nobody'] as const satisfies readonly Whose[];

/** Whether it lists something else than messages. */
export const isNoMessages = (show: Shown | undefined): show is NoMessages => show === 'work' || show === 'untold';

export interface InboxSearch {
  /** All that goes to and comes from patients, where it is absent. */
  show?: Shown | undefined;
  channel?: Channel | undefined;
  /** Whose work; everybody's where it is absent. */
  whose?: Whose | undefined;
  /** The message that is open beside the list. */
  message?: string | undefined;
}

/** What the API is asked for; `attention` is its own word for failed or unknown in time, or held too long, and not yet taken care of. */
export const STATUSES: Readonly<Record<Exclude<Shown, NoMessages | 'attention' | 'staff'>, MessageStatus[]>> = {
  sent: ['sent', 'delivered'],
  planned: ['scheduled', 'queued'],
  held: ['suppressed', 'opted_out', 'skipped'],
  failed: ['failed', 'unknown'],
  received: ['received'],
};

/**
 * What the list asks for. What somebody must look into is everybody's; all else is of patients, with the mails to those who work
 * here by themselves.
 */
export function filterOf(show: Shown | undefined): { attention?: 'true'; audience?: 'patients' | 'staff'; status?: MessageStatus[] } {
  if (show === 'attention') return { attention: 'true' };
  if (show === 'staff') return { audience: 'staff' };
  return { audience: 'patients', ...(show && !isNoMessages(show) && { status: STATUSES[show] }) };
}

const isOneOf = <T extends string>(list: readonly T[], value: unknown): value is T => list.some((one) => one === value);

/** Whatever stands in the address: what is not known is left out. */
export function readInboxSearch({ show, channel, whose, message }: Record<string, unknown>): InboxSearch {
  return {
    ...(isOneOf(SHOWN, show) && { show }),
    ...(isOneOf(CHANNELS, channel) && { channel }),
    ...(isOneOf(WHOSE, whose) && { whose }),
    ...(isId(message) && { message }),
  };
}
