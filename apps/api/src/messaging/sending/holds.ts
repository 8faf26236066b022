/** Why a message of an unproved clinic waits. */
export const HELD_UNPROVED = 'clinic_unproved';
/** Its clinic, or the phone or mailbox it goes to, has had as much as it may in a day. */
export const DAY_SPENT = 'day_spent';
export const ADDRESS_SPENT = 'address_spent';

/** What holds a message back on our side: neither its patient nor a provider has to do with it. */
export const OUR_HOLDS = [HELD_UNPROVED, DAY_SPENT, ADDRESS_SPENT] as const;
export type OurHold = (typeof OUR_HOLDS)[number];

export const isOurHold = (reason: string | null): reason is OurHold => OUR_HOLDS.some((hold) => hold === reason);

/** Of one that such a hold kept until its appointment had begun. */
export const endedBy = (hold: OurHold) => `${hold}_too_late` as const;

/** Whoever hears of an appointment less than this long before it has hardly time to come. */
export const HOURS_TO_COME = 2;

/** Whether one that is held until then comes too late for an appointment that begins then; null where nobody knows until when. */
export const isTooLong = (until: Date | null, start: Date): boolean => until === null || +until + HOURS_TO_COME * 3_600_000 > +start;
