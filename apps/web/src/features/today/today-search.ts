import { type CivilDate, isKeptDay } from '@keel/calendar';
import { isId } from '../../staff-search.js';

/** What of the day sheet is looked at; it stands in the address, so that going back from a note comes back to the same appointment. */
export interface TodaySearch {
  /** Today unless told otherwise. */
  day?: CivilDate | undefined;
  /** Whose day; one's own, or the first practitioner's, unless told otherwise. */
  of?: string | undefined;
  /** The appointment whose chart is beside the list. */
  at?: string | undefined;
}

/** Whatever stands in an address: what is not understood is left out. */
export function readTodaySearch({ day, of, at }: Record<string, unknown>): TodaySearch {
  return {
    ...(isKeptDay(day) && { day }),
    ...(isId(of) && { of }),
    ...(isId(at) && { at }),
  };
}
