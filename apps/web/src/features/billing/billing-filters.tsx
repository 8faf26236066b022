import { Button, Group, TextInput, Title } from '@mantine/core';
import { useWords } from '../../i18n/words.js';
import { ChoiceRow } from '../../ui/choice-row.js';
import { type BillingSearch, SHOWN_STATES } from './billing-search.js';
import { billingWords } from './billing-words.js';
import { PatientFilter } from './patient-filter.js';

interface Props {
  search: BillingSearch;
  onChange: (change: Partial<BillingSearch>) => void;
}

/** Which invoices are shown; the address keeps it. */
export function BillingFilters({ search, onChange }: Props) {
  const t = useWords(billingWords);
  const { state = 'open', from, to, patient } = search;
  return (
    <>
      <Group justify="space-between" gap="xs">
        <Title order={2} size="h4">
          {t('list')}
        </Title>
        <ChoiceRow
          label={t('state')}
          value={state}
          choices={SHOWN_STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
          onChange={(value) => onChange({ state: value === 'open' ? undefined : value })}
        />
      </Group>
      <Group gap="sm" align="flex-end">
        <PatientFilter patientId={patient} onChange={(id) => onChange({ patient: id })} />
        {(['from', 'to'] as const).map((end) => (
          <TextInput
            key={end}
            type="date"
            label={t(end)}
            value={search[end] ?? ''}
            onChange={({ currentTarget }) => onChange({ [end]: currentTarget.value || undefined })}
          />
        ))}
        {(from || to || patient) && (
          <Button variant="subtle" onClick={() => onChange({ from: undefined, to: undefined, patient: undefined })}>
            {t('clear')}
          </Button>
        )}
      </Group>
    </>
  );
}
