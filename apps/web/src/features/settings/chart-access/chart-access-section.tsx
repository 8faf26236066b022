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
import { useSession } from '../../session/use-session.js';
import { Asked, Row, Rows } from '../parts/rows.js';
import { SectionHead } from '../parts/section-head.js';
import { type ChartAccess, chartAccessQuery, useEnd, useReview } from './chart-access.queries.js';
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

function Opening({ opening }: { opening: ChartAccess }) {
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
          {reviewOutcome === 'unjustified' && <TakeBack opening={opening} who={who} />}
          {!reviewedAt && <Review opening={opening} who={who} />}
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

function Review({ opening, who }: { opening: ChartAccess; who: string }) {
  const t = useWords(chartAccessWords);
  const { user } = useSession();
  const [comment, setComment] = useState('');
  const review = useReview(opening);
  if (user.id === opening.userId || user.id === opening.givenBy) return <Text size="sm">{t('own')}</Text>;
  const say = (outcome: 'justified' | 'unjustified') =>
    review.mutate(
      { outcome, ...(comment.trim() && { comment: comment.trim() }) },
      { onSuccess: () => toastDone(t('done')), onError: toastProblem },
    );
  return (
    <Group gap="xs" mt={6}>
      <TextInput
        flex="1 1 300px"
        aria-label={t('commentOf', { who })}
        placeholder={t('comment')}
        maxLength={1000}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
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

/** What a finding does from then on, and its way back; what somebody was let in to has ended for good. */
function TakeBack({ opening, who }: { opening: ChartAccess; who: string }) {
  const t = useWords(chartAccessWords);
  const { user } = useSession();
  const review = useReview(opening);
  const own = user.id === opening.userId || user.id === opening.givenBy;
  return (
    <Group gap="xs" mt={6}>
      <Text size="sm">{t('stops', { who })}</Text>
      {!own && (
        <Button
          variant="default"
          size="xs"
          aria-label={t('takeBackOf', { who })}
          loading={review.isPending}
          onClick={() => review.mutate({ outcome: 'justified' }, { onSuccess: () => toastDone(t('done')), onError: toastProblem })}
        >
          {t('takeBack')}
        </Button>
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
