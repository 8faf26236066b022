import type { PatientSummary } from '../../data/patients.js';

/** Why two records may be one person, the surest first. */
const LIKENESSES = ['nameAndBirth', 'phone', 'email', 'name', 'birth'] as const;
export type Likeness = (typeof LIKENESSES)[number];

export interface Duplicate {
  patient: PatientSummary;
  likeness: Likeness;
}

interface Typed {
  firstName: string;
  lastName: string;
  dateOfBirth: string;
  phone: string;
  email: string;
}

/** Few enough to look through. */
const MOST = 5;
const TELLING_DIGITS = 7;

/** Of those whom a search found, the ones who may be the person that is being added: the surest first. */
export function duplicatesOf(found: readonly PatientSummary[], typed: Typed): Duplicate[] {
  const once = new Map(found.map((patient) => [patient.id, patient]));
  return [...once.values()]
    .flatMap((patient) => {
      const likeness = likenessOf(patient, typed);
      return likeness ? [{ patient, likeness }] : [];
    })
    .sort((one, other) => LIKENESSES.indexOf(one.likeness) - LIKENESSES.indexOf(other.likeness))
    .slice(0, MOST);
}

function likenessOf(patient: PatientSummary, typed: Typed): Likeness | undefined {
  const [first, last] = [plain(typed.firstName), plain(typed.lastName)];
  const firsts = [patient.firstName, patient.preferredName ?? ''].map(plain).filter(Boolean);
  const theirLast = plain(patient.lastName);
  // Forms are also filled in with the names swapped.
  const sameName =
    Boolean(first || last) && ((firsts.includes(first) && theirLast === last) || (firsts.includes(last) && theirLast === first));
  const sameBirth = patient.dateOfBirth === typed.dateOfBirth;
  if (sameName && sameBirth) return 'nameAndBirth';
  const digits = typed.phone.replace(/\D/g, '');
  if (digits.length >= TELLING_DIGITS && patient.phone?.endsWith(digits.slice(-10))) return 'phone';
  if (typed.email.trim() && patient.email?.toLowerCase() === typed.email.trim().toLowerCase()) return 'email';
  if (sameName) return 'name';
  const near = firsts.some((name) => begins(name, first)) || begins(theirLast, last);
  return sameBirth && near ? 'birth' : undefined;
}

/** Ann and Anne, Zoe and Zoé: one name begins with the other, or their beginnings are the same. */
function begins(one: string, other: string): boolean {
  return Boolean(one && other) && (one.startsWith(other) || other.startsWith(one) || one.slice(0, 3) === other.slice(0, 3));
}

/** Letters as one would type them on a plain keyboard. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
