import { LONGEST_PHONE } from '@keel/contracts';
import { SimpleGrid, TextInput } from '@mantine/core';
import { useLanguage } from '../../../i18n/index.js';
import { useWords } from '../../../i18n/words.js';
import { toastDone } from '../../../ui/toasts.js';
import { createLocation, updateLocation, useRenewLocations } from '../../../data/location-changes.js';
import type { Location } from '../../../data/locations.js';
import { RegionSelect } from '../../../ui/clinic/region-select.js';
import { ZoneSelect } from '../../../ui/clinic/zone-select.js';
import { useSession } from '../../../session/use-session.js';
import { mayBePhone } from '../parts/phone.js';
import { RecordDialog } from '../../../ui/forms/record-dialog.js';
import { type RecordForm, useRecordForm } from '../../../ui/forms/use-record-form.js';
import { locationValues, type LocationValues, newLocation, toLocation } from './location-form.js';
import { settingsWords } from '../settings-words.js';
import { locationsWords } from './locations-words.js';

interface Props {
  location: Location | undefined;
  onClose: () => void;
}

export function LocationDialog({ location, onClose }: Props) {
  const t = useWords(locationsWords);
  const of = useLocationForm({ location, onClose });
  const labels = {
    name: t('name'),
    timeZone: t('zone'),
    addressLine1: t('line1'),
    addressLine2: t('line2'),
    city: t('city'),
    region: t('region'),
    postalCode: t('postalCode'),
    phone: t('phone'),
  };
  return (
    <RecordDialog title={location?.name ?? t('addTitle')} of={of} labels={labels} onClose={onClose}>
      <Fields of={of} />
    </RecordDialog>
  );
}

function useLocationForm({ location, onClose }: Props) {
  const t = useWords(locationsWords);
  const { clinic } = useSession();
  const settings = useWords(settingsWords);
  const language = useLanguage();
  const renewLocations = useRenewLocations();
  return useRecordForm<Location, LocationValues>({
    record: location,
    values: location ? locationValues(location, language) : newLocation(clinic.timeZone, clinic.region),
    toValues: (one) => locationValues(one, language),
    refused: { phone: settings('phoneFault') },
    validate: ({ name, timeZone, phone }) => ({
      ...(!name.trim() && { name: t('nameFault') }),
      ...(!timeZone && { timeZone: t('zoneFault') }),
      ...(!mayBePhone(phone, location, language) && { phone: settings('phoneFault') }),
    }),
    save: (values, changed, base) =>
      base
        ? updateLocation(base, toLocation(changed))
        : createLocation({ ...toLocation(values), name: values.name.trim(), timeZone: values.timeZone, country: clinic.country }),
    onSaved: (saved) => {
      void renewLocations();
      toastDone(t('saved', { name: saved.name }));
      onClose();
    },
  });
}

function Fields({ of: { form } }: { of: RecordForm<LocationValues> }) {
  const t = useWords(locationsWords);
  const settings = useWords(settingsWords);
  const { clinic } = useSession();
  const pair = { cols: { base: 1, xs: 2 }, spacing: 'md' } as const;
  return (
    <>
      <TextInput label={t('name')} maxLength={200} data-autofocus {...form.getInputProps('name')} />
      <SimpleGrid {...pair}>
        <TextInput label={t('line1')} maxLength={200} {...form.getInputProps('addressLine1')} />
        <TextInput label={t('line2')} maxLength={200} {...form.getInputProps('addressLine2')} />
        <TextInput label={t('city')} maxLength={100} {...form.getInputProps('city')} />
        <RegionSelect
          country={clinic.country}
          value={form.values.region}
          onChange={(event) => form.setFieldValue('region', event.currentTarget.value)}
        />
        <TextInput label={t('postalCode')} maxLength={20} {...form.getInputProps('postalCode')} />
        <TextInput
          label={t('phone')}
          description={settings('phoneHint')}
          type="tel"
          maxLength={LONGEST_PHONE}
          {...form.getInputProps('phone')}
        />
      </SimpleGrid>
      <ZoneSelect
        country={clinic.country}
        region={form.values.region}
        value={form.values.timeZone}
        onChange={(event) => form.setFieldValue('timeZone', event.currentTarget.value)}
        error={form.errors['timeZone']}
      />
    </>
  );
}
