import type { MessageStatus } from '@keel/contracts';

/** What a provider reports after it took a message over. */
export type Report = 'sent' | 'delivered' | 'failed';

/** Twilio's words (https://www.twilio.com/docs/messaging/api/message-resource#message-status-values). */
const TWILIO_REPORTS: Readonly<Record<string, Report>> = {
  accepted: 'sent',
  scheduled: 'sent',
  queued: 'sent',
  sending: 'sent',
  sent: 'sent',
  delivered: 'delivered',
  read: 'delivered',
  undelivered: 'failed',
  failed: 'failed',
  canceled: 'failed',
};

/** Undefined for a word that Keel does not know: it changes nothing. */
export function twilioReport(status: string): Report | undefined {
  return TWILIO_REPORTS[status.toLowerCase()];
}

// Proof of delivery outweighs a report of failure, whichever comes first; both outweigh "it left".
const RANK: Readonly<Partial<Record<MessageStatus, number>>> = { queued: 0, unknown: 0, sent: 1, failed: 2, delivered: 3 };

/**
 * The status after a report, or undefined where it tells nothing new. Reports come late, twice and in any order, so the end
 * is the highest that was heard. A message that was never handed over (`scheduled`, `skipped` …) takes no report.
 */
export function afterReport(status: MessageStatus, report: Report): MessageStatus | undefined {
  const current = RANK[status];
  const next = RANK[report];
  return current !== undefined && next !== undefined && next > current ? report : undefined;
}
