import { LONGEST_PHONE } from '@keel/contracts';
import { Fieldset, NativeSelect, NumberInput, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLanguage } from '../../../i18n/index.js';
import { useWords } from '../../../i18n/words.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { toastDone } from '../../../ui/toasts.js';
import { useSession } from '../../../session/use-session.js';
import { useRenewPeople } from '../../../data/practitioner-changes.js';
import { type Clinic, clinicQuery, updateClinic, useKeepClinic } from '../../../data/clinic.js';
import { isEmail } from '../../../ui/email.js';
import { mayBePhone } from '../parts/phone.js';
import { RecordFields } from '../../../ui/forms/record-dialog.js';
import { SectionHead, useMayChange } from '../parts/section-head.js';
import { type RecordForm, useRecordForm } from '../../../ui/forms/use-record-form.js';
import { settingsWords } from '../settings-words.js';
import { clinicValues, type ClinicValues, faultyNumbers, toClinicChange } from './clinic-form.js';
import { localeOptions } from '../../../ui/clinic/locale-options.js';
import { placeWords } from '../../../ui/clinic/place-words.js';
import { clinicWords } from './clinic-words.js';
import { PlaceFields } from './place-fields.js';
import { TaxNumbers } from './tax-numbers.js';

/** Name, contact, place and the like; the address on the web cannot be changed, and is shown. */
export function ClinicSection() {
  const t = useWords(clinicWords);
  const { clinic } = useSession();
  const details = useQuery(clinicQuery(clinic.id));
  // The form begins anew where it was saved, not where others saved: what is typed in it stays.
  const [saves, setSaves] = useState(0);
  return (
    <Stack gap="md">
      <SectionHead section="clinic" lead={t('lead')} />
      <ProblemNotice error={details.error} onRetry={() => void details.refetch()} />
      {details.data && <Details key={saves} clinic={details.data} onSaved={() => setSaves(saves + 1)} />}
    </Stack>
  );
}

function Details({ clinic, onSaved }: { clinic: Clinic; onSaved: () => void }) {
  const of = useClinicForm(clinic, onSaved);
  const t = useWords(clinicWords);
  const place = useWords(placeWords);
  const may = useMayChange('clinic');
  const labels = {
    name: t('name'),
    phone: t('phone'),
    email: t('email'),
    locale: t('locale'),
    cancellationNoticeHours: t('notice'),
    taxNumbers: t('tax'),
    country: place('country'),
    region: place('province'),
    timeZone: place('zone'),
    currency: t('currency'),
  };
  return (
    <>
      {may ? (
        <RecordFields of={of} labels={labels}>
          <Fields of={of} />
        </RecordFields>
      ) : (
        <Fieldset variant="unstyled" disabled>
          <Stack>
            <Fields of={of} />
          </Stack>
        </Fieldset>
      )}
      <Text c="dimmed">{t('slug', { slug: clinic.slug })}</Text>
    </>
  );
}

function useClinicForm(clinic: Clinic, onSaved: () => void) {
  const t = useWords(clinicWords);
  const settings = useWords(settingsWords);
  const language = useLanguage();
  const keepClinic = useKeepClinic();
  const readAgain = useRenewPeople();
  return useRecordForm<Clinic, ClinicValues>({
    record: clinic,
    values: clinicValues(clinic, language),
    toValues: (one) => clinicValues(one, language),
    refused: { phone: settings('phoneFault') },
    validate: (values) => ({
      ...(!values.name.trim() && { name: t('nameFault') }),
      ...(values.email.trim() && !isEmail(values.email) && { email: settings('emailFault') }),
      ...(!mayBePhone(values.phone, clinic, language) && { phone: settings('phoneFault') }),
      ...(!isNotice(values.cancellationNoticeHours) && { cancellationNoticeHours: t('noticeFault') }),
      ...(faultyNumbers(values).length > 0 && { taxNumbers: t('taxFault') }),
      ...(!values.region && { region: t('regionFault') }),
      ...(!values.timeZone && { timeZone: t('zoneFault') }),
    }),
    save: (_, changed, base) => updateClinic(base ?? clinic, toClinicChange(changed)),
    onSaved: (saved) => {
      keepClinic(saved);
      // Its name stands above every page.
      void readAgain();
      toastDone(t('saved'));
      onSaved();
    },
  });
}

const isNotice = (hours: number | string) => typeof hours === 'number' && Number.isInteger(hours) && hours >= 0 && hours <= 336;

function Fields({ of: { form } }: { of: RecordForm<ClinicValues> }) {
  const t = useWords(clinicWords);
  const settings = useWords(settingsWords);
  const pair = { cols: { base: 1, xs: 2 }, spacing: 'md' } as const;
  return (
    <>
      <TextInput label={t('name')} maxLength={200} {...form.getInputProps('name')} />
      <SimpleGrid {...pair}>
        <TextInput
          label={t('phone')}
          description={`${t('phoneHint')} ${settings('phoneHint')}.`}
          type="tel"
          maxLength={LONGEST_PHONE}
          {...form.getInputProps('phone')}
        />
        <TextInput label={t('email')} description={t('emailHint')} type="email" maxLength={254} {...form.getInputProps('email')} />
        <NativeSelect
          label={t('locale')}
          description={t('localeHint')}
          data={localeOptions(form.values.country, form.values.locale)}
          {...form.getInputProps('locale')}
        />
        <NumberInput
          label={t('notice')}
          description={t('noticeHint')}
          allowDecimal={false}
          allowNegative={false}
          {...form.getInputProps('cancellationNoticeHours')}
        />
      </SimpleGrid>
      <PlaceFields form={form} />
      <TaxNumbers form={form} />
      {form.errors['taxNumbers'] && (
        <Text c="var(--mantine-color-error)" role="alert">
          {form.errors['taxNumbers']}
        </Text>
      )}
    </>
  );
}
