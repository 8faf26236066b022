import { Anchor, Button, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { useFormat, whenOf } from '../../ui/format.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { useCan } from '../session/use-session.js';
import { Part, Row } from './part.js';
import { comingVisitsQuery } from './visit-record.queries.js';
import type { Visit } from './visit.queries.js';
import { visitPanelWords } from './visit-panel-words.js';

/** The patient's next visit after this one, and the way to book it. */
export function NextVisitPart({ visit, primary }: { visit: Visit; primary: boolean }) {
  const t = useWords(visitPanelWords);
  const format = useFormat();
  const can = useCan();
  // What has already begun is not what somebody means by the next one.
  const [opened] = useState(() => new Date().toISOString());
  const coming = useQuery(comingVisitsQuery(visit.patientId, visit.start > opened ? visit.start : opened));
  const next = coming.data?.find(({ id }) => id !== visit.id);
  const known = { patientId: visit.patientId, practitionerId: visit.practitionerId, serviceId: visit.serviceId };
  return (
    <Part title={t('next.title')}>
      {coming.error && !coming.data && <ProblemNotice error={coming.error} onRetry={() => void coming.refetch()} />}
      {!coming.error && !coming.data && <Skeleton height={32} />}
      {coming.data && (
        <Row>
          {next ? (
            <Anchor renderRoot={(root: object) => <Link {...root} to="." search={(now) => ({ ...now, visit: next.id })} />} size="sm">
              {whenOf(format, next).day}, {whenOf(format, next).time}
            </Anchor>
          ) : (
            <Text>{t('next.none')}</Text>
          )}
          {can('appointment:book') ? (
            <Button
              renderRoot={(root: object) => <Link {...root} to="." search={(now) => ({ ...now, book: known })} />}
              variant={primary ? 'filled' : 'default'}
            >
              {t('next.book')}
            </Button>
          ) : (
            <Button variant="default" disabled title={t('next.mayNot')} aria-description={t('next.mayNot')}>
              {t('next.book')}
            </Button>
          )}
        </Row>
      )}
    </Part>
  );
}
