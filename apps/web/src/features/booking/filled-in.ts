import type { Choice } from './booking-draft.js';
import type { When } from './booking-faults.js';
import type { PatientFields } from './new-patient.js';

interface Opened {
  choice: Choice;
  when: When;
}

interface Now extends Opened {
  sought: string;
  fresh: PatientFields | undefined;
}

/** Whether closing the form would lose something: it differs from how it was opened. */
export function isFilledIn({ sought, fresh, choice, when }: Now, opened: Opened): boolean {
  if ([sought, ...Object.values(fresh ?? {})].some((text: string) => text.trim() !== '')) return true;
  return !same(choice, opened.choice) || !same(when, opened.when);
}

/** What is undefined is as good as left out. */
const same = (a: object, b: object) => JSON.stringify(a) === JSON.stringify(b);
