import type { Profession } from '@keel/contracts';
import { useWords } from '../../i18n/words.js';
import { useSession } from '../../session/use-session.js';
import { professionWords } from './profession-words.js';

const hasUsName = (profession: Profession) => profession === 'physiotherapist' || profession === 'counsellor';

/** Professions, and what they practise, by the names that they have in the clinic's country. */
export function useProfessions() {
  const t = useWords(professionWords);
  const inTheUs = useSession().clinic.country === 'US';
  const named = (as: 'name' | 'field') => (profession: Profession) =>
    inTheUs && hasUsName(profession) ? t(`us.${as}.${profession}`) : t(`${as}.${profession}`);
  return { label: t('label'), name: named('name'), field: named('field') };
}
