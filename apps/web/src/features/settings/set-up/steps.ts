import type { Profession } from '@keel/contracts';

/** What a clinic has, as far as its set-up depends on it. */
export interface SetUpFacts {
  clinic: { phone: string | null; email: string | null };
  practitioners: readonly { id: string; active: boolean; profession: Profession }[];
  services: readonly { archived: boolean; profession: Profession }[];
  hours: readonly { practitionerId: string; weekly: readonly unknown[] }[];
  /** Whether anything was ever booked. */
  visited: boolean;
}

export const STEPS = ['clinic', 'practitioners', 'services', 'hours', 'appointment'] as const;
export type StepKey = (typeof STEPS)[number];

/**
 * The steps from nothing to a first booked appointment, each done as soon as the clinic's own data say so: somebody offers a service
 * and has hours, so that a time can be found.
 */
export function stepsDone({ clinic, practitioners, services, hours, visited }: SetUpFacts): Record<StepKey, boolean> {
  const active = practitioners.filter((one) => one.active);
  const offering = active.filter((one) => services.some(({ archived, profession }) => !archived && profession === one.profession));
  const bookable = active.filter((one) => hours.some(({ practitionerId, weekly }) => practitionerId === one.id && weekly.length > 0));
  return {
    clinic: Boolean(clinic.phone || clinic.email),
    practitioners: active.length > 0,
    services: offering.length > 0,
    hours: bookable.length > 0,
    appointment: visited,
  };
}

export interface Progress {
  done: Record<StepKey, boolean>;
  count: number;
  /** The first that is open; undefined once all are done. */
  next: StepKey | undefined;
}

export function progressOf(facts: SetUpFacts): Progress {
  const done = stepsDone(facts);
  return { done, count: STEPS.filter((key) => done[key]).length, next: STEPS.find((key) => !done[key]) };
}
