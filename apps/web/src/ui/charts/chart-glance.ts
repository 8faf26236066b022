import type { Answer } from '../../data/client/problem.js';

type Chart = Answer<'ChartDto'>;

const ACTIVE_PROBLEM = new Set(['active', 'recurrence', 'relapse']);
const TAKEN = new Set(['active', 'on_hold', 'intended']);
const UNTRUE = new Set(['entered_in_error', 'refuted']);

/** What matters while a note is written: what holds now, leaving out what was refuted or entered in error. */
export function chartGlance({ alerts, allergies, problems, medications }: Chart) {
  return {
    alerts,
    allergies: allergies.filter((one) => one.clinicalStatus === 'active' && !UNTRUE.has(one.verificationStatus)),
    problems: problems.filter((one) => ACTIVE_PROBLEM.has(one.clinicalStatus) && !UNTRUE.has(one.verificationStatus)),
    medications: medications.filter((one) => TAKEN.has(one.status)),
  };
}
