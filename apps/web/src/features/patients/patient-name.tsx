import { nameOf } from '@keel/contracts';
import { Text } from '@mantine/core';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { usePrivacy } from '../../ui/privacy.js';
import type { PatientSummary } from '../../data/patients.js';
import { patientsWords } from './patients-words.js';

type Named = Pick<PatientSummary, 'firstName' | 'lastName' | 'preferredName'>;

/** The name somebody goes by; it keeps its own direction of writing beside words of another. */
export function PatientName({ patient }: { patient: Named }) {
  const format = useFormat();
  return <bdi>{format.name(patient)}</bdi>;
}

/** The name on the health card, where somebody goes by another. */
export function LegalName({ patient }: { patient: Named }) {
  const t = useWords(patientsWords);
  const { hidden } = usePrivacy();
  const { firstName, preferredName } = patient;
  if (hidden || !preferredName || preferredName === firstName) return null;
  return (
    <Text span size="xs" c="dimmed">
      <bdi>{t('legally', { name: nameOf(patient) })}</bdi>
    </Text>
  );
}
