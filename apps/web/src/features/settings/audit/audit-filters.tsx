import { Button, Group, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../../i18n/words.js';
import { useFormat } from '../../../ui/format.js';
import { staffQuery } from '../../../data/members.js';
import { AUDIT_ACTIONS, AUDIT_KINDS, type AuditAction, kindKey } from './audit-kinds.js';
import { type AuditFilter, NO_FILTER } from '../../../data/audit.js';
import { auditWords } from './audit-words.js';
import { PatientFilter } from './patient-filter.js';

interface Props {
  filter: AuditFilter;
  onChange: (filter: AuditFilter) => void;
}

export function AuditFilters({ filter, onChange }: Props) {
  const t = useWords(auditWords);
  const format = useFormat();
  const { data: staff = [] } = useQuery(staffQuery);
  const [cleared, setCleared] = useState(0);
  const clear = () => {
    setCleared(cleared + 1);
    onChange(NO_FILTER);
  };
  const change = (part: Partial<AuditFilter>) => onChange({ ...filter, ...part });
  const members = staff.flatMap((one) => (one.userId ? [{ value: one.userId, label: format.name(one) }] : []));
  const kinds = AUDIT_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kindKey(kind)}`) })).sort((a, b) =>
    a.label.localeCompare(b.label),
  );
  const filtered = Object.values(filter).some(Boolean);
  return (
    <Group align="flex-end" gap="sm">
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm" verticalSpacing="sm" flex="1 1 280px">
        <NativeSelect
          label={t('who')}
          data={[{ value: '', label: t('anybody') }, ...members]}
          value={filter.actorId}
          onChange={(event) => change({ actorId: event.currentTarget.value })}
        />
        <PatientFilter key={cleared} onChoose={(patientId) => change({ patientId })} chosen={filter.patientId} />
        <NativeSelect
          label={t('action')}
          data={[{ value: '', label: t('anything') }, ...AUDIT_ACTIONS.map((action) => ({ value: action, label: t(`did.${action}`) }))]}
          value={filter.action}
          onChange={(event) => change({ action: event.currentTarget.value as AuditAction | '' })}
        />
        <NativeSelect
          label={t('what')}
          data={[{ value: '', label: t('anything') }, ...kinds]}
          value={filter.what}
          onChange={(event) => change({ what: event.currentTarget.value })}
        />
        <TextInput type="date" label={t('from')} value={filter.from} onChange={(event) => change({ from: event.currentTarget.value })} />
        <TextInput type="date" label={t('to')} value={filter.to} onChange={(event) => change({ to: event.currentTarget.value })} />
      </SimpleGrid>
      <Button variant="default" disabled={!filtered} onClick={clear}>
        {t('clear')}
      </Button>
    </Group>
  );
}
