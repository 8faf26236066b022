import { Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { patientQuery, patientSearchQuery } from '../../data/patients.js';
import { billingWords } from './billing-words.js';

/** One patient by the forgiving search, or all of them. */
export function PatientFilter({ patientId, onChange }: { patientId: string | undefined; onChange: (id: string | undefined) => void }) {
  const t = useWords(billingWords);
  const format = useFormat();
  const [typed, setTyped] = useState('');
  const chosen = useQuery({ ...patientQuery(patientId ?? ''), enabled: patientId !== undefined });
  const found = useQuery({ ...patientSearchQuery(typed), placeholderData: keepPreviousData });
  const people = new Map((typed.trim().length > 1 ? (found.data?.data ?? []) : []).map((person) => [person.id, format.name(person)]));
  if (patientId && chosen.data) people.set(patientId, format.name(chosen.data));
  return (
    <Select
      label={t('patient')}
      placeholder={t('patientPlaceholder')}
      searchable
      clearable
      w={220}
      // The API's search forgives more than the field's own would.
      filter={({ options }) => options}
      nothingFoundMessage={typed.trim().length > 1 && !found.isFetching ? t('patientNothing') : t('patientType')}
      data={[...people].map(([value, label]) => ({ value, label }))}
      value={patientId ?? null}
      onSearchChange={setTyped}
      onChange={(id) => onChange(id ?? undefined)}
    />
  );
}
