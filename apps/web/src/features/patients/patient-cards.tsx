import { notedPhone } from '@keel/contracts';
import { Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useLanguage } from '../../i18n/index.js';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { useFormat } from '../../ui/format.js';
import cards from './cards.module.css';
import type { ListedAppointments } from './nearest-appointments.js';
import { LegalName, PatientName } from './patient-name.js';
import { Alerts, type PatientListProps } from './patient-table.js';
import { patientsWords } from './patients-words.js';
import { useAge } from './use-age.js';
import { Unbroken } from '../../ui/unbroken.js';

/** The list as it fits into a hand: each patient is one large target. */
export function PatientCards({ patients, appointments }: PatientListProps) {
  const format = useFormat();
  const age = useAge();
  const language = useLanguage();
  return (
    <ul className={cards['cards']}>
      {patients.map((patient) => (
        <li key={patient.id}>
          <Link to={paths.patient(patient.id)} className={cards['card']} data-row>
            <Group gap={6} align="baseline">
              <Text fw={600}>
                <PatientName patient={patient} />
              </Text>
              {patient.pronouns && (
                <Text size="xs" c="dimmed">
                  {patient.pronouns}
                </Text>
              )}
              <LegalName patient={patient} />
            </Group>
            <Text c="dimmed">
              <Unbroken
                text={[format.civil(patient.dateOfBirth), age(patient.dateOfBirth), notedPhone(patient, language)]
                  .filter(Boolean)
                  .join(' · ')}
              />
            </Text>
            {appointments && <NextAppointment appointments={appointments} of={patient.id} />}
            <Alerts alerts={patient.alerts} />
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** A line of its own, which is there before its words are, so that nothing moves when they come. */
function NextAppointment({ appointments, of }: { appointments: ListedAppointments; of: string }) {
  const t = useWords(patientsWords);
  const format = useFormat();
  const known = appointments.of(of);
  return (
    <Text c="dimmed" mih="1lh">
      {known && (known.next ? t('next', { date: format.date(known.next.start), time: format.time(known.next.start) }) : t('noNext'))}
    </Text>
  );
}
