import { NativeSelect, type NativeSelectProps } from '@mantine/core';
import type { Country } from '@keel/contracts';
import { useLocale } from '../../i18n/index.js';
import { useWords } from '../../i18n/words.js';
import { placeWords } from './place-words.js';
import { everyZone, zoneLabel, zonesOf } from './zones.js';

interface Props extends Omit<NativeSelectProps, 'data'> {
  country: Country;
  /** Its zones come first; the empty text while none is chosen. */
  region: string;
  value: string;
}

/** Time zones, those of the region first, each with the time that its clock shows now. */
export function ZoneSelect({ country, region, value, ...props }: Props) {
  const t = useWords(placeWords);
  const locale = useLocale();
  const here = zonesOf(country, region);
  const option = (zone: string) => ({ value: zone, label: zoneLabel(zone, locale, t('now')) });
  const elsewhere = everyZone().filter((zone) => !here.includes(zone));
  // A zone of another part of the world, made by a program, stays what it is.
  const foreign = value && !everyZone().includes(value) ? [option(value)] : [];
  const data = [
    ...(value ? [] : [{ value: '', label: t('choose') }]),
    ...(here.length > 0 ? [{ group: t('here'), items: here.map(option) }] : []),
    { group: t('elsewhere'), items: [...foreign, ...elsewhere.map(option)] },
  ];
  return <NativeSelect label={t('zone')} description={t('zoneHint')} data={data} value={value} {...props} />;
}
