import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import { type Country, REGIONS } from '@keel/contracts';
import { hasWord, useWords } from '../../i18n/words.js';
import { placeWords } from './place-words.js';
import { regionWords } from './region-words.js';

/** Provinces and territories, or states, by name. */
export function RegionSelect({ country, value, ...props }: Omit<NativeSelectProps, 'data'> & { country: Country; value: string }) {
  const t = useWords(placeWords);
  const nameOf = useWords(regionWords);
  const regions = REGIONS[country]
    .map((region) => `${country}.${region}`)
    .filter((key) => hasWord(regionWords, key))
    .map((key) => ({ value: key.slice(country.length + 1), label: nameOf(key) }))
    .sort((a, b) => a.label.localeCompare(b.label));
  const data = [...(value ? [] : [{ value: '', label: t('choose') }]), ...regions];
  return <NativeSelect label={country === 'US' ? t('state') : t('province')} data={data} value={value} {...props} />;
}
