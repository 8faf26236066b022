import { Badge, Group, Table, Text, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { useFormat } from '../../ui/format.js';
import type { PatientSummary } from './patient.queries.js';
import { LegalName, PatientName } from './patient-name.js';
import type { PatientsSearch } from './patients-search.js';
import { patientsWords } from './patients-words.js';
import classes from './patients.module.css';
import { readablePhone } from './phone.js';
import { useAge } from './use-age.js';

export interface PatientListProps {
  patients: PatientSummary[];
  sort: PatientsSearch['sort'];
  /** The best matches come first then, whatever the order of names. */
  searched: boolean;
  onChange: (change: PatientsSearch) => void;
}

export function PatientTable({ patients, sort, searched, onChange }: PatientListProps) {
  const t = useWords(patientsWords);
  return (
    <Table layout="fixed" className={classes['table']} stickyHeader>
      <Table.Thead>
        <Table.Tr>
          {searched ? (
            <Table.Th w="28%">{t('column.name')}</Table.Th>
          ) : (
            <Table.Th w="28%" aria-sort={sort ? 'descending' : 'ascending'}>
              <UnstyledButton className={classes['sort']} onClick={() => onChange({ sort: sort ? undefined : '-lastName' })}>
                {t('column.name')}
                {sort ? <IconArrowUp size={14} aria-hidden /> : <IconArrowDown size={14} aria-hidden />}
              </UnstyledButton>
            </Table.Th>
          )}
          <Table.Th w="20%">{t('column.birth')}</Table.Th>
          <Table.Th w="14%">{t('column.phone')}</Table.Th>
          <Table.Th w="16%">{t('column.tags')}</Table.Th>
          <Table.Th>{t('column.alerts')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {patients.map((patient) => (
          <Row key={patient.id} patient={patient} onTag={(tag) => onChange({ tag, q: undefined })} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Row({ patient, onTag }: { patient: PatientSummary; onTag: (tag: string) => void }) {
  const format = useFormat();
  const age = useAge();
  const navigate = useNavigate();
  const open = (event: MouseEvent<HTMLElement>) => {
    // The whole row is the target of a mouse; what is a link or a button in it does its own.
    if (event.target instanceof Element && !event.target.closest('a, button')) void navigate({ to: paths.patient(patient.id) });
  };
  return (
    <Table.Tr onClick={open} className={classes['row']}>
      <Table.Td>
        <Link to={paths.patient(patient.id)} className={classes['name']} data-row title={format.name(patient)}>
          <PatientName patient={patient} />
        </Link>
        <div className={classes['cut']}>
          {patient.pronouns && (
            <Text span size="xs" c="dimmed" me={8}>
              {patient.pronouns}
            </Text>
          )}
          <LegalName patient={patient} />
        </div>
      </Table.Td>
      <Table.Td>
        {format.civil(patient.dateOfBirth)}{' '}
        <Text span c="dimmed">
          · {age(patient.dateOfBirth)}
        </Text>
      </Table.Td>
      <Table.Td>{patient.phone && readablePhone(patient.phone)}</Table.Td>
      <Table.Td>
        <Tags tags={patient.tags} onTag={onTag} />
      </Table.Td>
      <Table.Td>
        <Alerts alerts={patient.alerts} />
      </Table.Td>
    </Table.Tr>
  );
}

export function Tags({ tags, onTag }: { tags: string[]; onTag: (tag: string) => void }) {
  const t = useWords(patientsWords);
  return (
    <Group gap={4}>
      {tags.map((tag) => (
        <UnstyledButton key={tag} className={classes['tag']} aria-label={t('onlyTag', { tag })} onClick={() => onTag(tag)}>
          {tag}
        </UnstyledButton>
      ))}
    </Group>
  );
}

/** What everybody must see at once: red, and in words. */
export function Alerts({ alerts }: { alerts: string[] }) {
  return (
    <Group gap={4}>
      {alerts.map((alert) => (
        <Badge key={alert} className={classes['alert']} variant="light" color="red" radius="sm" tt="none" fw={600}>
          {alert}
        </Badge>
      ))}
    </Group>
  );
}
