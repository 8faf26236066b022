import { Button, Stack } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { type Failure, failuresQuery, useReplay } from '../../../data/failures.js';
import { useWords } from '../../../i18n/words.js';
import { useFormat } from '../../../ui/format.js';
import { ListEnd } from '../../../ui/list-end.js';
import { toastDone, toastProblem } from '../../../ui/toasts.js';
import { Asked, Row, Rows } from '../parts/rows.js';
import { SectionHead } from '../parts/section-head.js';
import { Tag } from '../parts/tag.js';
import { AlarmNotices } from './alarms.js';
import { failuresWords } from './failures-words.js';
import { isTask, taskWords } from './task-words.js';

/** What a listener could not do, to start again. */
export function FailuresSection() {
  const t = useWords(failuresWords);
  const failures = useInfiniteQuery(failuresQuery);
  return (
    <Stack gap="md">
      <SectionHead section="failures" lead={t('lead')} />
      <AlarmNotices />
      <Asked query={{ ...failures, data: failures.data?.pages.flatMap(({ data }) => data) }} empty={t('empty')}>
        {(all) => (
          <Rows label={t('list')}>
            {all.map((one) => (
              <FailureRow key={one.id} failure={one} />
            ))}
          </Rows>
        )}
      </Asked>
      <ListEnd list={failures} />
    </Stack>
  );
}

function FailureRow({ failure }: { failure: Failure }) {
  const t = useWords(failuresWords);
  const tasks = useWords(taskWords);
  const format = useFormat();
  const replay = useReplay(failure, () => toastDone(t('replayed')), toastProblem);
  // One that a later version has given up is known by its name alone.
  const task = isTask(failure.listener) ? tasks(failure.listener) : failure.listener;
  return (
    <Row
      name={task}
      tall
      details={
        <>
          <div>{t(`cause.${failure.cause}`)}</div>
          <div>{t('details', { error: failure.error, count: failure.attempts, when: format.dayTime(failure.failedAt) })}</div>
          {failure.retryAt && <div>{t('next', { when: format.dayTime(failure.retryAt) })}</div>}
        </>
      }
      actions={
        failure.handledAt || failure.replayedAt ? (
          <Tag quiet>
            {failure.handledAt
              ? t('done', { when: format.dayTime(failure.handledAt) })
              : t('again', { when: format.dayTime(failure.replayedAt ?? failure.failedAt) })}
          </Tag>
        ) : (
          <Button variant="default" aria-label={t('replayOf', { task })} loading={replay.isPending} onClick={() => replay.mutate()}>
            {t('replay')}
          </Button>
        )
      }
    />
  );
}
