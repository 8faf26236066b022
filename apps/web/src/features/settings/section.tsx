import { part } from '../../i18n/shelf.js';
import { Skeleton, Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { type ComponentType, lazy, type LazyExoticComponent, Suspense } from 'react';
import { useWords } from '../../i18n/words.js';
import { NotFoundPage } from '../../ui/not-found-page.js';
import { useCan } from '../../session/use-session.js';
import { NotYours } from './parts/not-yours.js';
import { SetUpBanner } from './set-up/set-up-banner.js';
import { isSection, type SectionKey, sectionsFor } from './sections.js';
import { settingsWords } from './settings-words.js';

const PAGES: Readonly<Record<SectionKey, LazyExoticComponent<ComponentType>>> = {
  clinic: lazy(() => part(() => import('./clinic/clinic-section.js')).then((module) => ({ default: module.ClinicSection }))),
  locations: lazy(() => part(() => import('./locations/locations-section.js')).then((module) => ({ default: module.LocationsSection }))),
  staff: lazy(() => part(() => import('./staff/staff-section.js')).then((module) => ({ default: module.StaffSection }))),
  practitioners: lazy(() =>
    part(() => import('./practitioners/practitioners-section.js')).then((module) => ({ default: module.PractitionersSection })),
  ),
  services: lazy(() => part(() => import('./services/services-section.js')).then((module) => ({ default: module.ServicesSection }))),
  hours: lazy(() => part(() => import('./hours/hours-section.js')).then((module) => ({ default: module.HoursSection }))),
  'note-templates': lazy(() =>
    part(() => import('./templates/templates-section.js')).then((module) => ({ default: module.TemplatesSection })),
  ),
  reminders: lazy(() => part(() => import('./reminders/reminders-section.js')).then((module) => ({ default: module.RemindersSection }))),
  'api-keys': lazy(() => part(() => import('./api-keys/api-keys-section.js')).then((module) => ({ default: module.ApiKeysSection }))),
  'chart-access': lazy(() =>
    part(() => import('./chart-access/chart-access-section.js')).then((module) => ({ default: module.ChartAccessSection })),
  ),
  audit: lazy(() => part(() => import('./audit/audit-section.js')).then((module) => ({ default: module.AuditSection }))),
  failures: lazy(() => part(() => import('./failures/failures-section.js')).then((module) => ({ default: module.FailuresSection }))),
};

/** The section that the address names, for whoever may see it. */
export function SettingsSection() {
  const { section } = useParams({ from: '/staff/settings/$section' });
  const can = useCan();
  if (!isSection(section)) return <NotFoundPage />;
  if (!sectionsFor(can).includes(section)) return <NotYours section={section} />;
  const Page = PAGES[section];
  return (
    <Stack>
      <SetUpBanner />
      <Suspense fallback={<Loading />}>
        <Page key={section} />
      </Suspense>
    </Stack>
  );
}

function Loading() {
  const t = useWords(settingsWords);
  return (
    <Stack role="status" aria-label={t('loading')}>
      <Skeleton h={32} w={220} />
      <Skeleton h={56} />
      <Skeleton h={56} />
      <Skeleton h={56} />
    </Stack>
  );
}
