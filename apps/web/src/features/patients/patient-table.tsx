import { notedPhone } from '@keel/contracts';
import { Badge, Group, Skeleton, Table, Text, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import type { MouseEvent } from 'react';
import { useLanguage } from '../../i18n/index.js';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { useFormat } from '../../ui/format.js';
import { useCan } from '../../session/use-session.js';
import type { ListedAppointments } from './nearest-appointments.js';
import type { PatientSummary } from '../../data/patients.js';
import { LegalName, PatientName } from './patient-name.js';
import type { PatientsSearch } from './patients-search.js';
import { patientsWords } from './patients-words.js';
import classes from './patients.module.css';
import { useAge } from './use-age.js';
import { Unbroken } from '../../ui/unbroken.js';

export interface PatientListProps {
  patients: PatientSummary[];
  /** Undefined for those who may not see appointments. */
  appointments: ListedAppointments | undefined;
  sort: PatientsSearch['sort'];
  /** The best matches come first then, whatever the order of names. */
  searched: boolean;
  onChange: (change: PatientsSearch) => void;
}

export function PatientTable({ patients, appointments, sort, searched, onChange }: PatientListProps) {
  const t = useWords(patientsWords);
  const alerts = useCan()('patient-details:read');
  return (
    <Table layout="fixed" className={classes['table']} stickyHeader>
      <Table.Thead>
        <Table.Tr>
          {searched ? (
            <Table.Th className={classes['who']}>{t('column.name')}</Table.Th>
          ) : (
            <Table.Th className={classes['who']} aria-sort={sort ? 'descending' : 'ascending'}>
              <UnstyledButton className={classes['sort']} onClick={() => onChange({ sort: sort ? undefined : '-lastName' })}>
                {t('column.name')}
                {sort ? <IconArrowUp size={14} aria-hidden /> : <IconArrowDown size={14} aria-hidden />}
              </UnstyledButton>
            </Table.Th>
          )}
          <Table.Th className={classes['birth']}>{t('column.birth')}</Table.Th>
          <Table.Th className={classes['phone']}>{t('column.phone')}</Table.Th>
          {appointments && (
            <>
              <Table.Th className={classes['last']}>{t('column.last')}</Table.Th>
              <Table.Th className={classes['next']}>{t('column.next')}</Table.Th>
            </>
          )}
          <Table.Th className={classes['tags']}>{t('column.tags')}</Table.Th>
          {alerts && <Table.Th>{t('column.alerts')}</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {patients.map((patient) => (
          <Row key={patient.id} patient={patient} appointments={appointments} onTag={(tag) => onChange({ tag })} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface RowProps {
  patient: PatientSummary;
  appointments: ListedAppointments | undefined;
  onTag: (tag: string) => void;
}

function Row({ patient, appointments, onTag }: RowProps) {
  const format = useFormat();
  const age = useAge();
  const language = useLanguage();
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
      <Table.Td>
        <Unbroken text={notedPhone(patient, language)} />
      </Table.Td>
      {appointments && (
        <>
          <AppointmentCell appointments={appointments} of={patient.id} which="last" />
          <AppointmentCell appointments={appointments} of={patient.id} which="next" />
        </>
      )}
      <Table.Td>
        <Tags tags={patient.tags} onTag={onTag} />
      </Table.Td>
      {patient.alerts && (
        <Table.Td>
          <Alerts alerts={patient.alerts} />
        </Table.Td>
      )}
    </Table.Tr>
  );
}

/** The day of an appointment, which opens beside the list; its place is kept while it is being read. */
function AppointmentCell({ appointments, of, which }: { appointments: ListedAppointments; of: string; which: 'last' | 'next' }) {
  const format = useFormat();
  const known = appointments.of(of);
  const appointment = known?.[which];
  return (
    <Table.Td className={classes[which]}>
      {!known && appointments.pending && <Skeleton h={16} my={4} w="80%" />}
      {appointment && (
        <Link
          to="."
          search={(now) => ({ ...now, appointment: appointment.id })}
          resetScroll={false}
          className={classes['appointment']}
          title={format.dayTime(appointment.start)}
        >
          {format.date(appointment.start)}
        </Link>
      )}
    </Table.Td>
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
export function Alerts({ alerts = [] }: { alerts: string[] | undefined }) {
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
