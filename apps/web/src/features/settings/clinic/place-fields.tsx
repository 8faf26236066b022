import { Fieldset, NativeSelect, SimpleGrid, Stack, Text } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { COUNTRIES, CURRENCIES, type Country, type Currency } from '@keel/contracts';
import { useWords } from '../../../i18n/words.js';
import { placeWords } from '../../../ui/clinic/place-words.js';
import { RegionSelect } from '../../../ui/clinic/region-select.js';
import { regionWords } from '../../../ui/clinic/region-words.js';
import { ZoneSelect } from '../../../ui/clinic/zone-select.js';
import { type ClinicValues, type Place, placedIn } from './clinic-form.js';
import { clinicWords } from './clinic-words.js';

/** Where the clinic is and in what money: a slip at sign-up is corrected here, until something depends on it. */
export function PlaceFields({ form }: { form: UseFormReturnType<ClinicValues> }) {
  const t = useWords(clinicWords);
  const place = useWords(placeWords);
  const region = useWords(regionWords);
  const { values, errors } = form;
  const put = (change: Partial<Place>) => form.setValues(placedIn(values, change) as Partial<ClinicValues>);
  return (
    <Fieldset legend={t('place')} radius="md" styles={{ legend: { fontWeight: 600, paddingInline: 6 } }}>
      <Stack gap="md">
        <Text c="dimmed">{t('placeLead')}</Text>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          <NativeSelect
            label={place('country')}
            data={COUNTRIES.map((value) => ({ value, label: region(`country.${value}`) }))}
            value={values.country}
            onChange={(event) => put({ country: event.currentTarget.value as Country })}
            error={errors['country']}
          />
          <RegionSelect
            country={values.country}
            value={values.region}
            onChange={(event) => put({ region: event.currentTarget.value })}
            error={errors['region']}
          />
          <ZoneSelect
            country={values.country}
            region={values.region}
            value={values.timeZone}
            onChange={(event) => put({ timeZone: event.currentTarget.value })}
            error={errors['timeZone']}
          />
          <NativeSelect
            label={t('currency')}
            description={t('currencyHint')}
            data={[...CURRENCIES]}
            value={values.currency}
            onChange={(event) => put({ currency: event.currentTarget.value as Currency })}
            error={errors['currency']}
          />
        </SimpleGrid>
      </Stack>
    </Fieldset>
  );
}
