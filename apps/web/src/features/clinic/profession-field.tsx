import type { Profession } from '@keel/contracts';
import { useProfessions } from './use-professions.js';

/** What one of this profession practises. */
export const ProfessionField = ({ of }: { of: Profession }) => useProfessions().field(of);
