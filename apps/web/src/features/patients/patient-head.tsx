import { readablePhone } from '@keel/contracts';
import { Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { PageTitle } from '../../ui/title.js';
import { useCan } from '../../session/use-session.js';
import { NewNoteButton } from './new-note-button.js';
import { pageWords } from './page-words.js';
import { LegalName } from './patient-name.js';
import type { Patient } from '../../data/patients.js';
import classes from './patient-page.module.css';
import { Alerts } from './patient-table.js';
import { PatientFlags } from './patient-flags.js';
import { useAge } from './use-age.js';
import { Unbroken } from '../../ui/unbroken.js';

/** Who this is, what to beware of, what is next; the same above every part of the record. */
export function PatientHead({ patient }: { patient: Patient }) {
  const t = useWords(pageWords);
  const format = useFormat();
  const can = useCan();
  return (
    <Group justify="space-between" align="flex-start" gap="sm">
      <Stack gap={4} className={classes['who']}>
        <Group gap="xs" align="baseline">
          <PageTitle text={format.name(patient)}>
            <bdi className={classes['name']}>{format.name(patient)}</bdi>
          </PageTitle>
          {patient.pronouns && <Text c="dimmed">{patient.pronouns}</Text>}
          <LegalName patient={patient} />
          {patient.deceasedOn && (
            <Badge color="dark" variant="light" tt="none">
              {t('deceased', { date: format.civil(patient.deceasedOn) })}
            </Badge>
          )}
          {patient.archived && (
            <Badge color="gray" variant="light" tt="none">
              {t('archived')}
            </Badge>
          )}
        </Group>
        <Identifiers patient={patient} />
        {patient.alerts !== undefined && patient.alerts.length > 0 && (
          <div role="group" aria-label={t('alerts')}>
            <Alerts alerts={patient.alerts} />
          </div>
        )}
        <PatientFlags patientId={patient.id} />
      </Stack>
      <Group gap="xs">
        {can('note:write') && !patient.archived && <NewNoteButton patientId={patient.id} />}
        {can('appointment:book') && !patient.archived && !patient.deceasedOn && (
          <Button
            renderRoot={(props) => <Link to="." search={(now) => ({ ...now, book: { patientId: patient.id } })} {...props} />}
            leftSection={<IconCalendarPlus size={16} stroke={1.7} aria-hidden />}
          >
            {t('book')}
          </Button>
        )}
      </Group>
    </Group>
  );
}

function Identifiers({ patient }: { patient: Patient }) {
  const t = useWords(pageWords);
  const format = useFormat();
  const age = useAge();
  return (
    <Group gap="xs" align="baseline" className={classes['identifiers']} role="group" aria-label={t('identifiers')}>
      <Text>{t('born', { date: format.civil(patient.dateOfBirth), age: age(patient.dateOfBirth) })}</Text>
      {patient.phone && (
        <Anchor href={`tel:${patient.phone}`} size="sm" className={classes['contact']}>
          <Unbroken text={readablePhone(patient.phone)} />
        </Anchor>
      )}
      {patient.email && (
        <Anchor href={`mailto:${patient.email}`} size="sm" className={classes['contact']}>
          {patient.email}
        </Anchor>
      )}
    </Group>
  );
}
