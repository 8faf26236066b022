import type { Channel } from '@keel/contracts';
import type { Withdrawal } from '../platform/index.js';
import type { PatientDto } from './patients.dto.js';

type Reach = Pick<PatientDto, 'email' | 'phone' | 'archived' | 'deceasedOn'>;

/** Which links of a patient end with a change of the record: whoever holds one may be somebody else from now on. */
export function endedLinks(before: Reach, after: Reach): { why: Withdrawal; channel: Channel | null }[] {
  if (after.deceasedOn !== null && before.deceasedOn === null) return [{ why: 'patient_deceased', channel: null }];
  if (after.archived && !before.archived) return [{ why: 'patient_archived', channel: null }];
  const corrected: Channel[] = [];
  if (before.email?.toLowerCase() !== after.email?.toLowerCase()) corrected.push('email');
  if (before.phone !== after.phone) corrected.push('sms');
  return corrected.map((channel) => ({ why: 'address_corrected', channel }));
}
