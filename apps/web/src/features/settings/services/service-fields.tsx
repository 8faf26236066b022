import { Checkbox, NativeSelect, NumberInput, SimpleGrid, Text, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { PROFESSIONS, TAX_CODES } from '@keel/contracts';
import { useWords } from '../../../i18n/words.js';
import { OtherNames } from '../../../ui/forms/other-names.js';
import { MoneyInput } from '../../../ui/money-input.js';
import { useProfessions } from '../../../ui/clinic/use-professions.js';
import { useSession } from '../../../session/use-session.js';
import { ColourField } from '../parts/colour-field.js';
import type { ServiceValues } from './service-form.js';
import { servicesWords } from './services-words.js';
import { usualTaxCode } from './suggestions.js';

type Form = UseFormReturnType<ServiceValues>;

export function ServiceFields({ form, isNew }: { form: Form; isNew: boolean }) {
  const t = useWords(servicesWords);
  return (
    <>
      <OtherNames
        typed={form.values.nameIn}
        label={(other) => t(`nameIn.${other}`)}
        without={() => form.values.name}
        maxLength={200}
        inputProps={(other) => form.getInputProps(`nameIn.${other}`)}
      >
        <TextInput label={t('name')} description={t('nameHint')} maxLength={200} data-autofocus {...form.getInputProps('name')} />
      </OtherNames>
      <ProfessionField form={form} isNew={isNew} />
      <Times form={form} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <MoneyInput label={t('price')} {...form.getInputProps('price')} />
        <NativeSelect
          label={t('tax')}
          data={TAX_CODES.map((code) => ({ value: code, label: t(`taxCode.${code}`) }))}
          {...form.getInputProps('taxCode')}
        />
      </SimpleGrid>
      <Text c="dimmed" mt={-8} aria-live="polite">
        {t(`taxHint.${form.values.taxCode}`)}
      </Text>
      <Textarea label={t('description')} autosize minRows={2} maxLength={2000} {...form.getInputProps('description')} />
      <ColourField label={t('colour')} none={t('ownColour')} {...form.getInputProps('colour')} />
      <Checkbox label={t('online')} {...form.getInputProps('onlineBookable', { type: 'checkbox' })} />
    </>
  );
}

function ProfessionField({ form, isNew }: { form: Form; isNew: boolean }) {
  const t = useWords(servicesWords);
  const professions = useProfessions();
  const { clinic } = useSession();
  return (
    <NativeSelect
      label={professions.label}
      description={isNew ? undefined : t('professionFixed')}
      disabled={!isNew}
      data={PROFESSIONS.map((profession) => ({ value: profession, label: professions.field(profession) }))}
      value={form.values.profession}
      onChange={(event) => {
        const profession = event.currentTarget.value as ServiceValues['profession'];
        form.setValues({ profession, taxCode: usualTaxCode(profession, clinic.country) });
      }}
    />
  );
}

function Times({ form }: { form: Form }) {
  const t = useWords(servicesWords);
  const whole = { allowDecimal: false, allowNegative: false, hideControls: true, inputMode: 'numeric' } as const;
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="md">
        <NumberInput label={t('duration')} {...whole} {...form.getInputProps('durationMinutes')} />
        <NumberInput label={t('before')} {...whole} {...form.getInputProps('bufferBeforeMinutes')} />
        <NumberInput label={t('after')} {...whole} {...form.getInputProps('bufferAfterMinutes')} />
      </SimpleGrid>
      <Text c="dimmed" mt={-8}>
        {t('buffersHint')}
      </Text>
    </>
  );
}
