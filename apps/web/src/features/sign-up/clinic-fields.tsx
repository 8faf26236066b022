import { Button, Fieldset, Group, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { COUNTRIES, CURRENCIES } from '@keel/contracts';
import { useWords } from '../../i18n/words.js';
import { localeOptions } from '../../ui/clinic/locale-options.js';
import { placeWords } from '../../ui/clinic/place-words.js';
import { RegionSelect } from '../../ui/clinic/region-select.js';
import { regionWords } from '../../ui/clinic/region-words.js';
import { ZoneSelect } from '../../ui/clinic/zone-select.js';
import type { SignUpValues } from './sign-up-form.js';
import { signUpWords } from './sign-up-words.js';
import { otherSlug } from './slug.js';
import type { ErrorOf } from './use-sign-up-faults.js';

export interface FieldsProps {
  values: SignUpValues;
  onChange: (change: Partial<SignUpValues>) => void;
  errorOf: ErrorOf;
}

export const LEGEND = { fontWeight: 650, paddingInline: 6 };
const PAIR = { cols: { base: 1, xs: 2 }, spacing: 'md', verticalSpacing: 'md' } as const;

export function ClinicFields({ values, onChange, errorOf, slugTaken }: FieldsProps & { slugTaken: boolean }) {
  const t = useWords(signUpWords);
  return (
    <Fieldset legend={t('clinic')} radius="md" styles={{ legend: LEGEND }}>
      <Stack>
        <TextInput
          label={t('name')}
          size="md"
          autoComplete="organization"
          maxLength={200}
          value={values.name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
          error={errorOf('name')}
        />
        <SlugField values={values} onChange={onChange} errorOf={errorOf} slugTaken={slugTaken} />
        <PlaceFields values={values} onChange={onChange} errorOf={errorOf} />
        <SimpleGrid {...PAIR}>
          <NativeSelect
            label={t('currency')}
            size="md"
            data={CURRENCIES.map((currency) => ({ value: currency, label: t(`dollars.${currency}`) }))}
            value={values.currency}
            onChange={(event) => onChange({ currency: event.currentTarget.value as SignUpValues['currency'] })}
          />
          <NativeSelect
            label={t('locale')}
            size="md"
            data={localeOptions(values.country, values.locale)}
            value={values.locale}
            onChange={(event) => onChange({ locale: event.currentTarget.value as SignUpValues['locale'] })}
          />
        </SimpleGrid>
      </Stack>
    </Fieldset>
  );
}

/** The address, and where it is taken, another one at a press. */
function SlugField({ values, onChange, errorOf, slugTaken }: FieldsProps & { slugTaken: boolean }) {
  const t = useWords(signUpWords);
  const other = otherSlug(values.slug, values.region);
  return (
    <div>
      <TextInput
        label={t('slug')}
        description={t('slugHint')}
        size="md"
        spellCheck={false}
        autoCapitalize="none"
        maxLength={60}
        value={values.slug}
        onChange={(event) => onChange({ slug: event.currentTarget.value.toLowerCase() })}
        error={errorOf('slug')}
      />
      {slugTaken && (
        <Group mt={6}>
          <Button variant="default" onClick={() => onChange({ slug: other })}>
            {t('slugOther', { slug: other })}
          </Button>
        </Group>
      )}
    </div>
  );
}

function PlaceFields({ values, onChange, errorOf }: FieldsProps) {
  const place = useWords(placeWords);
  const region = useWords(regionWords);
  return (
    <>
      <SimpleGrid {...PAIR}>
        <NativeSelect
          label={place('country')}
          size="md"
          autoComplete="country"
          data={COUNTRIES.map((country) => ({ value: country, label: region(`country.${country}`) }))}
          value={values.country}
          onChange={(event) => onChange({ country: event.currentTarget.value as SignUpValues['country'] })}
        />
        <RegionSelect
          country={values.country}
          size="md"
          value={values.region}
          onChange={(event) => onChange({ region: event.currentTarget.value })}
          error={errorOf('region')}
        />
      </SimpleGrid>
      <ZoneSelect
        country={values.country}
        region={values.region}
        size="md"
        value={values.timeZone}
        onChange={(event) => onChange({ timeZone: event.currentTarget.value })}
        error={errorOf('timeZone')}
      />
    </>
  );
}
