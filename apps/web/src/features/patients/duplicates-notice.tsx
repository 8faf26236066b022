import { nameOf, readablePhone } from '@keel/contracts';
import { Alert, Anchor, Group, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUsers } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { useFormat } from '../../ui/format.js';
import { formWords } from './form-words.js';
import { PatientName } from './patient-name.js';
import classes from './patient-form.module.css';
import { patientSearchQuery } from '../../data/patients.js';
import type { PatientValues } from './patient-values.js';
import { type Duplicate, duplicatesOf } from './duplicates.js';
import { useAge } from './use-age.js';
import { Unbroken } from '../../ui/unbroken.js';

const PAUSE_MS = 300;
/** Enough to find the same person among namesakes. */
const LOOKED_THROUGH = 20;

/** Who is here already and may be the same person, told while the form is filled in; it never stands in the way. */
export function DuplicatesNotice({ values }: { values: PatientValues }) {
  const t = useWords(formWords);
  const [{ firstName, lastName, dateOfBirth, phone, email }] = useDebouncedValue(values, PAUSE_MS);
  const name = nameOf({ firstName: firstName.trim(), lastName: lastName.trim() });
  const digits = phone.replace(/\D/g, '').slice(-10);
  const asked = [name, dateOfBirth, digits.length >= 7 ? digits : ''];
  const found = useQueries({
    queries: asked.map((q) => patientSearchQuery(q, LOOKED_THROUGH)),
    combine: (results) => results.flatMap(({ data }) => data?.data ?? []),
  });
  const duplicates = duplicatesOf(found, { firstName, lastName, dateOfBirth, phone, email });
  return (
    <div role="status" className={classes['duplicates']}>
      {duplicates.length > 0 && (
        <Alert
          color="orange"
          styles={{ title: { color: 'var(--mantine-color-text)' } }}
          variant="light"
          icon={<IconUsers size={18} stroke={1.7} aria-hidden />}
          title={t('duplicates.title', { count: duplicates.length })}
        >
          <Stack gap={6}>
            {duplicates.map((duplicate) => (
              <DuplicateLine key={duplicate.patient.id} duplicate={duplicate} />
            ))}
          </Stack>
        </Alert>
      )}
    </div>
  );
}

function DuplicateLine({ duplicate: { patient, likeness } }: { duplicate: Duplicate }) {
  const t = useWords(formWords);
  const format = useFormat();
  const age = useAge();
  const facts = [format.civil(patient.dateOfBirth), age(patient.dateOfBirth), patient.phone && readablePhone(patient.phone)];
  return (
    <Group gap="xs" justify="space-between" className={classes['duplicate']}>
      <Text>
        <b>
          <PatientName patient={patient} />
        </b>{' '}
        · <Unbroken text={facts.filter(Boolean).join(' · ')} /> · {t(`duplicates.${likeness}`)}
      </Text>
      <Anchor renderRoot={(props) => <Link to={paths.patient(patient.id)} ignoreBlocker {...props} />} size="sm" fw={600}>
        {t('duplicates.open')}
      </Anchor>
    </Group>
  );
}
