import { bodyNames } from '@keel/contracts';
import { useMemo } from 'react';
import { useLanguage } from '../../../i18n/index.js';

/** What the parts of the body, its views and the markers on it are called in the reader's language. */
export function useBodyNames(): ReturnType<typeof bodyNames> {
  const language = useLanguage();
  return useMemo(() => bodyNames(language), [language]);
}
