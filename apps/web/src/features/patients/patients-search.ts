import type { Permission } from '@keel/contracts';
import type { PatientsAsked } from '../../data/patients.js';
import type { JourneyTheme } from '../../data/timeline.js';

/** What of a journey is shown alone, and who sees it at all. */
export const JOURNEY_READERS = {
  appointments: 'appointment:read',
  // Those of appointments, to everybody who reads these.
  notes: 'appointment:read',
  money: 'invoice:read',
  messages: 'message:read',
} as const satisfies Record<JourneyTheme, Permission>;
export const JOURNEY_THEMES = Object.keys(JOURNEY_READERS) as JourneyTheme[];

export function readJourneySearch({ theme }: Record<string, unknown>): { theme?: JourneyTheme | undefined } {
  const known = JOURNEY_THEMES.find((one) => one === theme);
  return known ? { theme: known } : {};
}

/** What the list of patients shows; it stands in the address, so that going back brings it back. */
export type PatientsSearch = PatientsAsked;

const LONGEST = 200;

export function readPatientsSearch({ q, archived, sort, tag }: Record<string, unknown>): PatientsSearch {
  // The address of a number or a word alike reads as what it looks like: 416 is still what was typed.
  const typed = typeof q === 'number' ? String(q) : q;
  return {
    ...(typeof typed === 'string' && typed.trim() && { q: typed.slice(0, LONGEST) }),
    ...(archived === true && { archived }),
    ...(sort === '-lastName' && { sort }),
    ...(typeof tag === 'string' && tag && { tag: tag.slice(0, 50) }),
  };
}

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** A name that was looked for and not found, on its way into the form of a new patient; addresses name nobody. */
    typedName?: string;
  }
}
