import { Button, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useWords } from '../../i18n/words.js';
import type { Faults } from './booking-faults.js';
import { bookingWords } from './booking-words.js';
import type { PatientFields } from './new-patient.js';

interface Props {
  value: PatientFields;
  onChange: (value: PatientFields) => void;
  faults: Faults;
  onKnown: () => void;
}

/** Somebody who comes for the first time: as much as an appointment needs. */
export function NewPatientFields({ value, onChange, faults, onKnown }: Props) {
  const t = useWords(bookingWords);
  const field = (name: keyof PatientFields) => ({
    label: t(name),
    value: value[name],
    error: name !== 'phone' && name !== 'lastName' && faults[name] && t(`needs.${name}`),
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => onChange({ ...value, [name]: currentTarget.value }),
  });
  return (
    <Stack gap="xs">
      <Group justify="space-between">
        <Text fw={600}>{t('newPatient')}</Text>
        <Button variant="subtle" size="compact-sm" mih={30} onClick={onKnown}>
          {t('known')}
        </Button>
      </Group>
      <SimpleGrid cols={2} spacing="xs">
        <TextInput {...field('firstName')} autoComplete="off" data-autofocus />
        <TextInput {...field('lastName')} autoComplete="off" />
        <TextInput {...field('dateOfBirth')} type="date" required withAsterisk={false} />
        <TextInput {...field('phone')} type="tel" autoComplete="off" />
      </SimpleGrid>
      <TextInput
        {...field('email')}
        type="email"
        autoComplete="off"
        description={t('reach')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
      />
    </Stack>
  );
}
