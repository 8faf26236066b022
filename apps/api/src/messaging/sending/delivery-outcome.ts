/**
 * What came of handing a message to a provider. `refused` and `retry` are certain that it did not leave; `ambiguous` may or
 * may not have, and is never sent again before that is known.
 */
export type DeliveryOutcome =
  | { outcome: 'accepted'; providerId: string }
  | { outcome: 'refused'; code: string; optedOut?: true }
  | { outcome: 'retry'; code: string }
  | { outcome: 'ambiguous'; code: string };

/** It was about to leave when the last look found that what it says does not hold any more. */
export const WITHHELD: DeliveryOutcome = { outcome: 'retry', code: 'facts_changed' };

/** The last look before a message leaves. */
export type StillHolds = () => Promise<boolean>;

// The connection was never made, so nothing can have left. That an address is none to be called is the installation's fault, and gets mended.
const NEVER_CONNECTED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EDNS', 'ADDRESS_REFUSED'];
const TWILIO_OPTED_OUT = 21610;
// Wrong or suspended credentials are the installation's fault and get mended; the message waits.
const TWILIO_LATER_STATUS = [401, 403, 429];

/** `unread` is true while the provider had not begun to read the text: up to then every failure is certain. */
export function mailOutcome(error: unknown, unread: boolean): DeliveryOutcome {
  const { code, responseCode } = facts(error);
  if (responseCode !== undefined && responseCode >= 500) return { outcome: 'refused', code: `smtp_${responseCode}` };
  if (responseCode !== undefined && responseCode >= 400) return { outcome: 'retry', code: `smtp_${responseCode}` };
  if (unread) return { outcome: 'retry', code: code ?? 'smtp_unreachable' };
  return { outcome: 'ambiguous', code: code ?? 'smtp_no_answer' };
}

export function smsOutcome(error: unknown): DeliveryOutcome {
  const { code, status, twilioCode } = facts(error);
  if (twilioCode === TWILIO_OPTED_OUT) return { outcome: 'refused', code: 'twilio_21610', optedOut: true };
  const name = twilioCode ? `twilio_${twilioCode}` : status ? `http_${status}` : (code ?? 'no_answer');
  // A 5xx may come after the message was taken; only its list can tell.
  if (status !== undefined && status >= 500) return { outcome: 'ambiguous', code: name };
  if (status !== undefined && TWILIO_LATER_STATUS.includes(status)) return { outcome: 'retry', code: name };
  if (status !== undefined && status >= 400) return { outcome: 'refused', code: name };
  if (code && NEVER_CONNECTED.includes(code)) return { outcome: 'retry', code: name };
  return { outcome: 'ambiguous', code: name };
}

interface Facts {
  code?: string;
  responseCode?: number;
  status?: number;
  twilioCode?: number;
}

function facts(error: unknown): Facts {
  if (typeof error !== 'object' || error === null) return {};
  const given = error as Record<string, unknown>;
  return {
    ...(typeof given['code'] === 'string' && /^[A-Z_]+$/.test(given['code']) && { code: given['code'] }),
    ...(typeof given['code'] === 'number' && { twilioCode: given['code'] }),
    ...(typeof given['responseCode'] === 'number' && { responseCode: given['responseCode'] }),
    ...(typeof given['status'] === 'number' && { status: given['status'] }),
  };
}

/** Half a minute, then four times as long each time: a reminder has hours. */
const PATIENT = { attempts: 6, first: 1, factor: 4 };
/** Ten seconds, then twice as long: a link for a new password lives for an hour, and somebody waits for it. */
const URGENT = { attempts: 8, first: 1 / 3, factor: 2 };

/** When to try again after attempt `number` (from 1) failed for certain; undefined when it is time to give up. */
export function retryDelayMs(number: number, baseMs: number, urgent = false): number | undefined {
  const { attempts, first, factor } = urgent ? URGENT : PATIENT;
  return number >= attempts ? undefined : Math.ceil(baseMs * first) * factor ** (number - 1);
}
