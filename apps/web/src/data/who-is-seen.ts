interface Person {
  id: string;
  active: boolean;
}

/** Whose appointments can be looked at. Where it is not known who has some, nobody is left out: an empty column harms nobody. */
export function whoIsSeen<T extends Person>(
  people: readonly T[],
  counts: readonly { practitionerId: string; appointments: number; ended?: number }[] | undefined,
  asked: readonly string[],
): T[] {
  const booked = (id: string) => !counts || counts.some((one) => one.practitionerId === id && one.appointments + (one.ended ?? 0) > 0);
  return people.filter(({ id, active }) => active || asked.includes(id) || booked(id));
}
