import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation, useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { isMissing } from '../../data/client/problem.js';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { MissingRecord } from '../../ui/not-found-page.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { useCan } from '../../session/use-session.js';
import { pageWords } from './page-words.js';
import { PatientHead } from './patient-head.js';
import { patientQuery } from '../../data/patients.js';
import classes from './patient-page.module.css';
import { tabsFor } from './patient-tabs.js';
import { useRemember } from '../../data/recent-patients.js';

/** One patient: who they are above, and a part of their record below. */
export function PatientPage() {
  const { patientId } = useParams({ from: '/staff/patients/$patientId' });
  const patient = useQuery(patientQuery(patientId));
  useRemember(patient.data);
  if (isMissing(patient.error)) return <MissingRecord />;
  return (
    <Stack gap={0} maw={1280}>
      <div className={classes['head']}>
        <ProblemNotice error={patient.data ? null : patient.error} onRetry={() => void patient.refetch()} />
        {patient.data ? <PatientHead patient={patient.data} /> : patient.isPending && <HeadShape />}
      </div>
      <Tabs patientId={patientId} />
      <div className={classes['body']}>
        <Outlet />
      </div>
    </Stack>
  );
}

/** Links, since each part has an address of its own. */
function Tabs({ patientId }: { patientId: string }) {
  const t = useWords(pageWords);
  const can = useCan();
  const strip = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    // On a phone the strip is wider than the screen.
    strip.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [pathname]);
  return (
    <nav className={classes['tabs']} aria-label={t('tabs')} ref={strip}>
      {tabsFor(can).map((tab) => (
        <Link
          key={tab}
          to={paths.patientTab(patientId, tab)}
          className={classes['tab']}
          activeProps={{ 'data-active': true, 'aria-current': 'page' }}
          activeOptions={{ includeSearch: false }}
          resetScroll={false}
        >
          {t(`tab.${tab}`)}
        </Link>
      ))}
    </nav>
  );
}

function HeadShape() {
  return (
    <Stack gap="xs" aria-hidden>
      <Skeleton h={30} w={280} />
      <Skeleton h={20} w={420} maw="100%" />
      <Skeleton h={20} w={200} />
    </Stack>
  );
}
