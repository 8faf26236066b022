import { part } from '../../i18n/shelf.js';
import { Skeleton, Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { type ComponentType, lazy, type LazyExoticComponent, Suspense } from 'react';
import { NotFoundPage } from '../../ui/not-found-page.js';
import { useCan } from '../../session/use-session.js';
import { Journey } from './journey.js';
import { type PatientTab as Tab, tabsFor } from './patient-tabs.js';

type Part = ComponentType<{ patientId: string }>;

const PARTS: Record<Tab, Part | LazyExoticComponent<Part>> = {
  journey: Journey,
  chart: lazy(() => part(() => import('./chart/chart-tab.js')).then((module) => ({ default: module.ChartTab }))),
  appointments: lazy(() => part(() => import('./appointments-tab.js')).then((module) => ({ default: module.AppointmentsTab }))),
  billing: lazy(() => part(() => import('./billing-tab.js')).then((module) => ({ default: module.BillingTab }))),
  messages: lazy(() => part(() => import('./messages-tab.js')).then((module) => ({ default: module.MessagesTab }))),
  details: lazy(() => part(() => import('./details-tab.js')).then((module) => ({ default: module.DetailsTab }))),
};

/** The part of the record that the address names; one that the person may not see is not there. */
export function PatientTab() {
  const { patientId, tab } = useParams({ from: '/staff/patients/$patientId/$tab' });
  const can = useCan();
  const known = tabsFor(can).find((one) => one === tab);
  const Component = known && PARTS[known];
  if (!Component) return <NotFoundPage />;
  return (
    <Suspense fallback={<Loading />}>
      <Component key={patientId} patientId={patientId} />
    </Suspense>
  );
}

function Loading() {
  return (
    <Stack gap="xs" aria-hidden>
      {Array.from({ length: 6 }, (_, row) => (
        <Skeleton key={row} h={36} />
      ))}
    </Stack>
  );
}
