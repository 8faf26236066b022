import { Anchor, Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../../i18n/words.js';
import { paths } from '../../../paths.js';
import { useFormat } from '../../../ui/format.js';
import { ListEnd } from '../../../ui/list-end.js';
import { toastDone, toastProblem } from '../../../ui/toasts.js';
import { useNow } from '../../../ui/use-now.js';
import { useSession } from '../../../session/use-session.js';
import { Asked, Row, Rows } from '../parts/rows.js';
import { SectionHead } from '../parts/section-head.js';
import { type ChartAccess, chartAccessQuery, useEnd, useTyped } from '../../../data/chart-access.js';
import { useReview } from './use-review.js';
import { chartAccessWords } from './chart-access-words.js';

/** The queue of openings that somebody must look at. */
export function ChartAccessSection() {
  const t = useWords(chartAccessWords);
  const [shown, setShown] = useState('waiting');
  const openings = useInfiniteQuery(chartAccessQuery(shown === 'waiting'));
  return (
    <Stack gap="md">
      <SectionHead section="chart-access" lead={t('lead')} />
      <SegmentedControl
        w="max-content"
        aria-label={t('show')}
        data={[
          { value: 'waiting', label: t('waiting') },
          { value: 'all', label: t('all') },
        ]}
        value={shown}
        onChange={setShown}
      />
      <Asked
        query={{ ...openings, data: openings.data?.pages.flatMap(({ data }) => data) }}
        empty={t(shown === 'waiting' ? 'none' : 'noneEver')}
      >
        {(all) => (
          <Rows label={t('list')}>
            {all.map((one) => (
              <Opening key={one.id} opening={one} />
            ))}
          </Rows>
        )}
      </Asked>
      <ListEnd list={openings} />
    </Stack>
  );
}

export function Opening({ opening }: { opening: ChartAccess }) {
  const t = useWords(chartAccessWords);
  const format = useFormat();
  const who = opening.userName ?? t('somebody');
  const { reviewedAt, reviewOutcome, reviewComment, expiresAt } = opening;
  const over = useIsOver(expiresAt);
  // Their own word too, and the reviewer learns that somebody else gave it.
  const kind = opening.kind === 'own_booking' && opening.givenBy !== opening.userId ? 'brought_in' : opening.kind;
  const state = expiresAt ? t(over ? 'ended' : 'until', { when: format.dayTime(expiresAt) }) : t('standing');
  return (
    <Row
      tall
      name={t('whose', { who, patient: opening.patientName ?? t('chart') })}
      details={
        <>
          {[t(`kind.${kind}`), format.dayTime(opening.givenAt), state].join(' · ')}
          <div>{opening.reason ? t('reason', { reason: opening.reason }) : t('ownBooking')}</div>
          {reviewedAt && reviewOutcome && (
            <div>
              {t('reviewed', {
                outcome: t(`outcome.${reviewOutcome}`),
                who: opening.reviewerName ?? t('somebody'),
                when: format.dayTime(reviewedAt),
              })}
              {reviewComment && <div>{reviewComment}</div>}
            </div>
          )}
          {reviewOutcome ? <Correct opening={opening} who={who} outcome={reviewOutcome} /> : <Review opening={opening} who={who} />}
        </>
      }
      actions={
        <Stack gap={4} align="flex-end">
          <Anchor renderRoot={(props) => <Link to={paths.patient(opening.patientId)} {...props} />}>{t('open')}</Anchor>
          {reviewedAt && !over && <End opening={opening} who={who} />}
        </Stack>
      }
    />
  );
}

function useIsOver(expiresAt: string | null): boolean {
  const now = useNow();
  return expiresAt !== null && Date.parse(expiresAt) <= now;
}

interface ReviewProps {
  opening: ChartAccess;
  who: string;
}

/** That somebody's opening was justified is taken back for a while as a slip; an end is not, since not all of it could be. */
function useSay({ opening, who }: ReviewProps) {
  const t = useWords(chartAccessWords);
  return useReview(opening, ({ outcome }, run) =>
    toastDone(t('done'), outcome === 'justified' ? { label: t('justifyOf', { who }), about: opening.id, run } : undefined),
  );
}

const useIsMine = ({ userId, givenBy }: ChartAccess): boolean => [userId, givenBy].includes(useSession().user.id);

const found = (outcome: 'justified' | 'unjustified', comment: string) => ({
  outcome,
  ...(comment.trim() && { comment: comment.trim() }),
});

function Comment({ who, value, onChange }: { who: string; value: string; onChange: (value: string) => void }) {
  const t = useWords(chartAccessWords);
  return (
    <TextInput
      flex="1 1 300px"
      aria-label={t('commentOf', { who })}
      placeholder={t('comment')}
      maxLength={1000}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function Review({ opening, who }: ReviewProps) {
  const t = useWords(chartAccessWords);
  const [comment, setComment] = useTyped(opening);
  const review = useSay({ opening, who });
  if (useIsMine(opening)) return <Text size="sm">{t('own')}</Text>;
  const say = (outcome: 'justified' | 'unjustified') => review.mutate(found(outcome, comment));
  return (
    <Group gap="xs" mt={6}>
      <Comment who={who} value={comment} onChange={setComment} />
      <Button variant="default" aria-label={t('justifyOf', { who })} loading={review.isPending} onClick={() => say('justified')}>
        {t('justify')}
      </Button>
      <Button
        variant="default"
        color="red"
        aria-label={t('refuseOf', { who })}
        disabled={review.isPending}
        onClick={() => say('unjustified')}
      >
        {t('refuse')}
      </Button>
    </Group>
  );
}

/** What a finding does from then on, and the other one, where it was a slip; what somebody was let in to has ended for good. */
function Correct({ opening, who, outcome }: ReviewProps & { outcome: 'justified' | 'unjustified' }) {
  const t = useWords(chartAccessWords);
  const review = useSay({ opening, who });
  const mine = useIsMine(opening);
  const [comment, setComment] = useTyped(opening);
  const [what, other] = outcome === 'justified' ? (['correct', 'unjustified'] as const) : (['takeBack', 'justified'] as const);
  return (
    <Group gap="xs" mt={6}>
      {outcome === 'unjustified' && <Text size="sm">{t('stops', { who })}</Text>}
      {!mine && (
        <>
          <Comment who={who} value={comment} onChange={setComment} />
          <Button
            variant="default"
            aria-label={t(`${what}Of`, { who })}
            loading={review.isPending}
            onClick={() => review.mutate(found(other, comment))}
          >
            {t(what)}
          </Button>
        </>
      )}
    </Group>
  );
}

function End({ opening, who }: { opening: ChartAccess; who: string }) {
  const t = useWords(chartAccessWords);
  const end = useEnd(opening);
  return (
    <Button
      variant="default"
      size="xs"
      aria-label={t('endOf', { who })}
      loading={end.isPending}
      onClick={() => end.mutate(undefined, { onSuccess: () => toastDone(t('endDone', { who })), onError: toastProblem })}
    >
      {t('end')}
    </Button>
  );
}
