import { Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { paths } from '../../paths.js';
import { useFormat } from '../../ui/format.js';
import cards from './cards.module.css';
import { LegalName, PatientName } from './patient-name.js';
import { Alerts, type PatientListProps } from './patient-table.js';
import { readablePhone } from './phone.js';
import { useAge } from './use-age.js';

/** The list as it fits into a hand: each patient is one large target. */
export function PatientCards({ patients }: PatientListProps) {
  const format = useFormat();
  const age = useAge();
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
              {format.civil(patient.dateOfBirth)} · {age(patient.dateOfBirth)}
              {patient.phone && ` · ${readablePhone(patient.phone)}`}
            </Text>
            <Alerts alerts={patient.alerts} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
