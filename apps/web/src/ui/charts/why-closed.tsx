import { Text } from '@mantine/core';
import type { ApiProblem } from '../../data/client/problem.js';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../format.js';
import { closedWords } from './closed-words.js';

interface Finding {
  kind: 'grant' | 'override' | 'own_booking';
  openedAt: string;
  reviewedAt: string;
  reviewerName: string | null;
}

/** No appointment; or what a review found, with whose it was, so that somebody who sees it otherwise knows whom to speak with. */
export function WhyClosed({ refusal }: { refusal: ApiProblem }) {
  const t = useWords(closedWords);
  const format = useFormat();
  const finding = refusal.body['finding'] as Finding | undefined;
  if (!finding) return <Text>{t('lead')}</Text>;
  const { kind, openedAt, reviewedAt, reviewerName } = finding;
  const found = { name: reviewerName ?? t('somebody'), opened: format.date(openedAt), reviewed: format.date(reviewedAt) };
  return (
    <>
      <Text>{t(`found.${kind}`, found)}</Text>
      <Text>{t('afterwards')}</Text>
    </>
  );
}
