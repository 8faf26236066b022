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
  clinic: lazy(() => import('./clinic/clinic-section.js').then((module) => ({ default: module.ClinicSection }))),
  locations: lazy(() => import('./locations/locations-section.js').then((module) => ({ default: module.LocationsSection }))),
  staff: lazy(() => import('./staff/staff-section.js').then((module) => ({ default: module.StaffSection }))),
  practitioners: lazy(() =>
    import('./practitioners/practitioners-section.js').then((module) => ({ default: module.PractitionersSection })),
  ),
  services: lazy(() => import('./services/services-section.js').then((module) => ({ default: module.ServicesSection }))),
  hours: lazy(() => import('./hours/hours-section.js').then((module) => ({ default: module.HoursSection }))),
  'note-templates': lazy(() => import('./templates/templates-section.js').then((module) => ({ default: module.TemplatesSection }))),
  reminders: lazy(() => import('./reminders/reminders-section.js').then((module) => ({ default: module.RemindersSection }))),
  'api-keys': lazy(() => import('./api-keys/api-keys-section.js').then((module) => ({ default: module.ApiKeysSection }))),
  'chart-access': lazy(() => import('./chart-access/chart-access-section.js').then((module) => ({ default: module.ChartAccessSection }))),
  audit: lazy(() => import('./audit/audit-section.js').then((module) => ({ default: module.AuditSection }))),
  failures: lazy(() => import('./failures/failures-section.js').then((module) => ({ default: module.FailuresSection }))),
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
