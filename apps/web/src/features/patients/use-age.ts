import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { ageOn } from '../../data/age.js';
import { patientsWords } from './patients-words.js';

/** How old somebody is today by the clinic's calendar: 38 years, 7 months. */
export function useAge(): (birth: string) => string {
  const t = useWords(patientsWords);
  const format = useFormat();
  const today = format.dateOf(new Date().toISOString());
  return (birth) => {
    const { unit, count } = ageOn(today, birth);
    return t(unit, { count });
  };
}
