import { Autocomplete } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../../i18n/words.js';
import { useFormat } from '../../../ui/format.js';
import { patientSearchQuery } from '../../../data/patients.js';
import { auditWords } from './audit-words.js';

interface Props {
  /** The patient's id; empty while none is chosen. */
  chosen: string;
  onChoose: (patientId: string) => void;
}

const PAUSE_MS = 250;

/** A patient by what is known of them; typing anew lets go of the one that was chosen. */
export function PatientFilter({ chosen, onChoose }: Props) {
  const t = useWords(auditWords);
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const [wanted] = useDebouncedValue(typed, PAUSE_MS);
  const { data: found } = useQuery(patientSearchQuery(chosen ? '' : wanted));
  const options = (found?.data ?? []).map((one) => ({ value: one.id, label: `${format.name(one)} · ${format.civil(one.dateOfBirth)}` }));
  return (
    <Autocomplete
      label={t('patient')}
      placeholder={t('patientHint')}
      data={options}
      // The API has searched already, and more forgivingly.
      filter={({ options: all }) => all}
      value={typed}
      onChange={(text) => {
        setTyped(text);
        if (chosen) onChoose('');
      }}
      onOptionSubmit={onChoose}
    />
  );
}
