import { endedBy, HOURS_TO_COME, OUR_HOLDS } from '../sending/holds.js';

const sqlList = (words: readonly string[]) => words.map((word) => `'${word}'`).join(', ');

/**
 * Our own bounds hold it until its appointment is as good as there, or for nobody knows how long; or they held it until the appointment had begun.
 * The patient did not hear of their appointment and the clinic cannot know it, so it stays for a week, as long as somebody may ask why they
 * did not come. What still goes in time is nobody's work.
 */
const HELD_TOO_LONG = `m.patient_id IS NOT NULL AND m.starts_at > now() - interval '7 days' AND
  (m.status = 'scheduled' AND m.reason IN (${sqlList(OUR_HOLDS)}) AND coalesce(m.next_at, 'infinity') + interval '${HOURS_TO_COME} hours' > m.starts_at
    OR m.status = 'failed' AND m.reason IN (${sqlList(OUR_HOLDS.map(endedBy))}))`;

/** Nobody is to reach somebody who has died; what comes from their phone is still read. */
const LIVES = `(m.status = 'received' OR NOT EXISTS (
    SELECT 1 FROM patient_card dead WHERE dead.clinic_id = m.clinic_id AND dead.id = m.patient_id AND dead.deceased_on IS NOT NULL))`;

/**
 * Failed or unknown and not too late to mend, or a patient's text that a person has to read; and nobody has taken care of it.
 * A mail that somebody of the staff waits for is work from its first failure on, not after hours of tries.
 *
 * The states come first, by which the index finds them: with these within the alternatives alone, every message ever written is read.
 * Null stands for no.
 */
export const ATTENTION = `(m.handled_at IS NULL AND m.status IN ('failed', 'unknown', 'received', 'scheduled') AND
  (m.status IN ('failed', 'unknown') AND (m.starts_at IS NULL OR m.starts_at > now()) OR m.status = 'received'
    OR m.status = 'scheduled' AND m.attempts > 0 AND m.patient_id IS NULL OR ${HELD_TOO_LONG}) AND ${LIVES})`;
