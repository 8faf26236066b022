import { Stack, Text } from '@mantine/core';
import { useLocale } from '../../../i18n/index.js';
import { useWords } from '../../../i18n/words.js';
import { regionWords } from '../../clinic/region-words.js';
import { zoneLabel } from '../../clinic/zones.js';
import type { Clinic } from './clinic-section.queries.js';
import classes from './clinic-facts.module.css';
import { clinicWords } from './clinic-words.js';

/** What was settled when the clinic was started. */
export function ClinicFacts({ clinic }: { clinic: Clinic }) {
  const t = useWords(clinicWords);
  const locale = useLocale();
  const regions = regionWords[locale];
  const names = regions[clinic.country] as Readonly<Record<string, string>>;
  const facts = [
    [t('slug'), clinic.slug],
    [t('place'), `${names[clinic.region] ?? clinic.region}, ${regions.country[clinic.country]}`],
    [t('zone'), zoneLabel(clinic.timeZone, locale, t('now'))],
    [t('currency'), clinic.currency],
  ] as const;
  return (
    <Stack gap={4}>
      <dl className={classes['facts']}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Text c="dimmed">{t('fixed')}</Text>
    </Stack>
  );
}
