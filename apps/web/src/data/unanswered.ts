import { ApiProblem } from './client/problem.js';
import { intentKey } from './client/intent-key.js';

/** Keys of payments that were sent and never answered, by invoice: they may have arrived. */
const unanswered = new Map<string, string>();

/**
 * The key for the next payment on an invoice. One that was never answered is used again, also after its form was closed: the
 * same payment is then not taken twice, and another one is refused until somebody has seen that the first arrived.
 */
export const paymentKey = (invoiceId: string): string => unanswered.get(invoiceId) ?? intentKey();

/** Remembers whether a payment was answered. */
export function keepUnanswered(invoiceId: string, key: string, error: unknown): void {
  if (isAnswer(error)) unanswered.delete(invoiceId);
  else unanswered.set(invoiceId, key);
}

/** Whether this tells what became of the payment; a fault of the server or of the way to it does not. */
function isAnswer(error: unknown): boolean {
  if (!error) return true;
  return error instanceof ApiProblem && error.status < 500 && error.code !== 'IDEMPOTENCY_KEY_IN_USE';
}
