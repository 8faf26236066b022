import { CALLED_OFF_STATUSES, type CancelledBy } from '@keel/contracts';
import { isOtherDoor } from '../../identity/index.js';
import type { AppointmentDto } from './appointments.dto.js';
import { isAsTold } from './as-confirmed.js';

/** An appointment as somebody knows it: when, with whom and where, or that it is off. */
export interface Known {
  start: string;
  practitionerId: string;
  locationId: string;
  off: boolean;
  /** Where that place is, as addresses are compared; only of a place whose address was changed meanwhile. */
  address?: string;
}

type Facts = Pick<AppointmentDto, 'start' | 'practitionerId' | 'locationId' | 'status' | 'cancelledBy'>;

export const knownOf = ({ start, practitionerId, locationId, status }: Facts): Known => ({
  start,
  practitionerId,
  locationId,
  off: CALLED_OFF_STATUSES.includes(status),
});

export type Tiding = 'news' | 'known' | 'done';

/** Who made a change, beside what is written of it. */
export interface Doer {
  /** True where the patient did it by themselves, by their link or a text; staff who write down their word are no patient. */
  themselves?: boolean;
  /** True where it stands beside the appointment that it was off by then, as it does of what they or the clinic called off. */
  offIsKept?: boolean;
}

/**
 * What a change of an appointment is to its patient: `news` comes from the clinic, and somebody must tell them; after `known` they have said
 * so themselves, and `done` is what they did themselves, which they know as well. A cancellation that staff wrote down as the patient's is
 * taken back as the slip that it was. That staff confirmed it tells nobody anything. An appointment to which they came, or did
 * not come, or that staff wrote down as called off by them, has nothing to tell for as long as it is so; what was still to be told is
 * kept meanwhile, and is there again once that is undone.
 */
export function tidingOf(
  type: string,
  before: Facts,
  after: Facts,
  by?: CancelledBy,
  { themselves, offIsKept }: Doer = {},
): Tiding | undefined {
  switch (type) {
    case 'appointment.moved':
      return isAsTold(before, after) ? undefined : 'news';
    case 'appointment.cancelled':
      if (themselves) return 'done';
      return after.cancelledBy === 'clinic' ? 'news' : undefined;
    case 'appointment.restored':
      return before.cancelledBy === 'clinic' || offIsKept ? 'news' : undefined;
    case 'appointment.confirmed':
      if (themselves) return 'done';
      return by === 'patient' ? 'known' : undefined;
    default:
      return undefined;
  }
}

/** Where nothing is known of an address, it was not changed. */
export const isSameAddress = (one: Known, other: Known): boolean =>
  one.address === undefined || other.address === undefined || !isOtherDoor(one.address, other.address);

/** What the patient knows, where that is not how it is now: what was changed and changed back needs no word. */
export function stillUntold(known: Known, now: Known): Known | null {
  return isAsTold(known, now) && isSameAddress(known, now) && known.off === now.off ? null : known;
}
