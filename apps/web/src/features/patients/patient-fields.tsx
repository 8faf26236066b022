import { Fieldset, NativeSelect, SimpleGrid, TagsInput, TextInput } from '@mantine/core';
import { CHANNELS, COUNTRIES, SEXES } from '@keel/contracts';
import type { ReactNode } from 'react';
import { useLanguage } from '../../i18n/index.js';
import { useWords } from '../../i18n/words.js';
import { useSession } from '../../session/use-session.js';
import { localeOptions } from '../../ui/clinic/locale-options.js';
import { formWords } from './form-words.js';
import { LONGEST } from './patient-faults.js';
import classes from './patient-form.module.css';
import type { PatientFormState } from './use-patient-form.js';

interface Props {
  form: PatientFormState;
}

/** Every field of a patient, in the order in which one asks for them. `after` stands behind who it is. */
export function PatientFields({ form, afterIdentity }: Props & { afterIdentity?: ReactNode }) {
  return (
    <>
      <Identity form={form} />
      {afterIdentity}
      <Contact form={form} />
      <Care form={form} />
      <Address form={form} />
      <Emergency form={form} />
    </>
  );
}

/** A field of one line, with the most characters that it takes. */
function useLine(form: PatientFormState) {
  return (path: keyof typeof LONGEST) => ({
    ...form.getInputProps(path),
    maxLength: LONGEST[path],
    autoComplete: 'off',
  });
}

function Identity({ form }: Props) {
  const t = useWords(formWords);
  const line = useLine(form);
  return (
    <Part title={t('part.identity')}>
      <TextInput label={t('field.firstName')} {...line('firstName')} autoFocus />
      <TextInput label={t('field.lastName')} {...line('lastName')} />
      <TextInput label={t('field.preferredName')} description={t('hint.preferredName')} {...line('preferredName')} />
      <TextInput label={t('field.pronouns')} description={t('hint.pronouns')} {...line('pronouns')} />
      <TextInput label={t('field.dateOfBirth')} type="date" required {...form.getInputProps('dateOfBirth')} key={form.key('dateOfBirth')} />
      <NativeSelect
        label={t('field.sex')}
        data={(['', ...SEXES] as const).map((value) => ({ value, label: t(`sex.${value}`) }))}
        {...form.getInputProps('sex')}
        key={form.key('sex')}
      />
      <TextInput label={t('field.genderIdentity')} description={t('hint.genderIdentity')} {...line('genderIdentity')} />
      <TextInput label={t('field.healthCardNumber')} description={t('hint.healthCardNumber')} {...line('healthCardNumber')} />
    </Part>
  );
}

function Contact({ form }: Props) {
  const t = useWords(formWords);
  const { clinic } = useSession();
  const line = useLine(form);
  return (
    <Part title={t('part.contact')}>
      <TextInput label={t('field.phone')} description={t('hint.phone')} type="tel" {...line('phone')} />
      <TextInput label={t('field.email')} type="email" {...line('email')} />
      <NativeSelect
        label={t('field.preferredChannel')}
        data={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
        {...form.getInputProps('preferredChannel')}
        key={form.key('preferredChannel')}
      />
      <NativeSelect
        label={t('field.locale')}
        data={localeOptions(clinic.country, form.values.locale)}
        {...form.getInputProps('locale')}
        key={form.key('locale')}
      />
    </Part>
  );
}

function Care({ form }: Props) {
  const t = useWords(formWords);
  const line = useLine(form);
  return (
    <Part title={t('part.care')}>
      <TagsInput
        label={t('field.alerts')}
        description={t('hint.alerts')}
        maxTags={20}
        {...form.getInputProps('alerts')}
        key={form.key('alerts')}
      />
      <TagsInput label={t('field.tags')} description={t('hint.tags')} maxTags={30} {...form.getInputProps('tags')} key={form.key('tags')} />
      <TextInput label={t('field.occupation')} {...line('occupation')} />
      <TextInput label={t('field.referralSource')} {...line('referralSource')} />
    </Part>
  );
}

function Address({ form }: Props) {
  const t = useWords(formWords);
  const line = useLine(form);
  const names = new Intl.DisplayNames([useLanguage()], { type: 'region' });
  const { country } = form.values.address;
  // An imported address may be of any country; it stays what it is.
  const codes = [...new Set(['', ...COUNTRIES, country])];
  return (
    <Part title={t('part.address')}>
      <TextInput label={t('field.line1')} {...line('address.line1')} />
      <TextInput label={t('field.line2')} {...line('address.line2')} />
      <TextInput label={t('field.city')} {...line('address.city')} />
      <TextInput label={t('field.region')} {...line('address.region')} />
      <TextInput label={t('field.postalCode')} {...line('address.postalCode')} />
      <NativeSelect
        label={t('field.country')}
        data={codes.map((value) => ({ value, label: value && nameOfRegion(names, value) }))}
        {...form.getInputProps('address.country')}
        key={form.key('address.country')}
      />
    </Part>
  );
}

function nameOfRegion(names: Intl.DisplayNames, code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code;
}

function Emergency({ form }: Props) {
  const t = useWords(formWords);
  const line = useLine(form);
  return (
    <Part title={t('part.emergency')}>
      <TextInput label={t('field.name')} {...line('emergencyContact.name')} />
      <TextInput label={t('field.relationship')} {...line('emergencyContact.relationship')} />
      <TextInput label={t('field.emergencyPhone')} description={t('hint.phone')} type="tel" {...line('emergencyContact.phone')} />
    </Part>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Fieldset legend={title} variant="unstyled" m={0} classNames={{ legend: classes['legend'] ?? '' }}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
        {children}
      </SimpleGrid>
    </Fieldset>
  );
}
