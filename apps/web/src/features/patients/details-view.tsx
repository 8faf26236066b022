import { SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useWords } from '../../i18n/words.js';
import { useSession } from '../../session/use-session.js';
import classes from './details.module.css';
import { detailsWords } from './details-words.js';
import { useFieldText } from './field-text.js';
import { formWords } from './form-words.js';
import type { Patient } from '../../data/patients.js';
import { type PatientField, valuesOf } from './patient-values.js';

const PARTS = [
  ['identity', ['firstName', 'lastName', 'preferredName', 'pronouns', 'dateOfBirth', 'sex', 'genderIdentity', 'healthCardNumber']],
  ['contact', ['phone', 'email', 'preferredChannel', 'locale', 'address', 'emergencyContact']],
  ['care', ['alerts', 'tags', 'occupation', 'referralSource']],
] as const satisfies readonly (readonly [string, readonly PatientField[]])[];

export function DetailsView({ patient }: { patient: Patient }) {
  const t = useWords(formWords);
  const details = useWords(detailsWords);
  const text = useFieldText();
  const { clinic } = useSession();
  const values = valuesOf(patient, clinic);
  // What is not the reader's to see is not in the answer: it is not "unstated".
  const seen = (field: PatientField) => patient[field] !== undefined;
  return (
    <SimpleGrid cols={{ base: 1, md: 3 }} spacing="xl">
      {PARTS.map(([part, fields]) => (
        <Stack key={part} gap="xs" component="section" aria-label={t(`part.${part}`)}>
          <Title order={2} size="h5">
            {t(`part.${part}`)}
          </Title>
          <dl className={classes['facts']}>
            {fields.filter(seen).map((field) => (
              <div key={field}>
                <dt>{t(`field.${field}`)}</dt>
                <dd>{text(values, field) ? <bdi>{text(values, field)}</bdi> : <Text c="dimmed">{details('unstated')}</Text>}</dd>
              </div>
            ))}
          </dl>
        </Stack>
      ))}
    </SimpleGrid>
  );
}
