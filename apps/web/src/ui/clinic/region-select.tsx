import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import { type Country, REGIONS } from '@keel/contracts';
import { useWords } from '../../i18n/words.js';
import { useLocale } from '../../i18n/index.js';
import { placeWords } from './place-words.js';
import { regionWords } from './region-words.js';

/** Provinces and territories, or states, by name. */
export function RegionSelect({ country, value, ...props }: Omit<NativeSelectProps, 'data'> & { country: Country; value: string }) {
  const t = useWords(placeWords);
  const names = regionWords[useLocale()][country] as Readonly<Record<string, string>>;
  const regions = REGIONS[country]
    .map((region) => ({ value: region, label: names[region] ?? region }))
    .sort((a, b) => a.label.localeCompare(b.label));
  const data = [...(value ? [] : [{ value: '', label: t('choose') }]), ...regions];
  return <NativeSelect label={country === 'US' ? t('state') : t('province')} data={data} value={value} {...props} />;
}
