import { useState } from 'react';
import { ApiProblem } from './problem.js';

/** A key for one intent of a person: made when a form opens, sent with each try, so that a second try does nothing twice. */
export const intentKey = (): string => crypto.randomUUID();

/**
 * A key for what this form is about to do, and `renew` for its refusals. Where the API says that an earlier try arrived with other values,
 * the person was told so, and whoever tries again makes a new request, which gets a new key.
 */
export function useIntentKey(): { key: string; renew: (error: unknown) => void } {
  const [key, setKey] = useState(intentKey);
  const renew = (error: unknown) => {
    if (error instanceof ApiProblem && error.code === 'IDEMPOTENCY_KEY_REUSED') setKey(intentKey());
  };
  return { key, renew };
}
