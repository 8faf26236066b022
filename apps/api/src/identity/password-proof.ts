/**
 * Somebody's password was right, and what opens their account had its `generation` then. A new password or a first second factor begins
 * the next one; whatever is opened or changed by the proof is refused from then on, also where it was on its way.
 */
export interface PasswordProof {
  userId: string;
  generation: number;
}
