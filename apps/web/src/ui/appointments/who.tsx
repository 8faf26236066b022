import { readablePhone } from '@keel/contracts';
import { Anchor, Skeleton, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconMail, IconPhone } from '@tabler/icons-react';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../format.js';
import { usePrivacy } from '../privacy.js';
import { ProblemNotice } from '../problem-notice.js';
import { ageOn } from '../../data/age.js';
import type { Patient } from '../../data/patients.js';
import classes from './appointment-panel.module.css';
import { appointmentPanelWords } from './appointment-panel-words.js';
import { Unbroken } from '../unbroken.js';

interface Props {
  patient: Patient | undefined;
  error: unknown;
  onRetry: () => void;
}

/** Who the appointment is of: what is asked at the door, how to reach them, and what everybody must know. */
export function Who({ patient, error, onRetry }: Props) {
  if (!patient) return error ? <ProblemNotice error={error} onRetry={onRetry} /> : <Skeleton height={48} />;
  return (
    <Stack gap={6}>
      <About patient={patient} />
      <Contacts patient={patient} />
      <Alerts patient={patient} />
    </Stack>
  );
}

/** Pronouns, date of birth and age. */
export function About({ patient: { pronouns, dateOfBirth } }: { patient: Patient }) {
  const t = useWords(appointmentPanelWords);
  const format = useFormat();
  const { hidden } = usePrivacy();
  const { unit, count } = ageOn(format.dateOf(new Date().toISOString()), dateOfBirth);
  const age = t(`age.${unit}`, { count });
  return (
    <Text c="dimmed">{[pronouns, hidden ? age : t('born', { date: format.civil(dateOfBirth), age })].filter(Boolean).join(' · ')}</Text>
  );
}

/** A tap calls or writes; on a screen that others see there is neither. */
function Contacts({ patient: { phone, email } }: { patient: Patient }) {
  const t = useWords(appointmentPanelWords);
  const { hidden } = usePrivacy();
  if (hidden) return <Text c="dimmed">{t('hidden')}</Text>;
  if (!phone && !email) return <Text c="dimmed">{t('noContact')}</Text>;
  return (
    <div className={classes['contacts']}>
      {phone && (
        <Anchor href={`tel:${phone}`} size="sm" aria-label={t('call', { phone: readablePhone(phone) })}>
          <IconPhone size={16} stroke={1.7} aria-hidden /> <Unbroken text={readablePhone(phone)} />
        </Anchor>
      )}
      {email && (
        <Anchor href={`mailto:${email}`} size="sm" aria-label={t('write', { email })}>
          <IconMail size={16} stroke={1.7} aria-hidden /> {email}
        </Anchor>
      )}
    </div>
  );
}

/** What everybody must know before they come near. */
export function Alerts({ patient: { alerts = [] } }: { patient: Patient }) {
  const t = useWords(appointmentPanelWords);
  if (alerts.length === 0) return null;
  return (
    <ul className={classes['alerts']} aria-label={t('alerts')}>
      {alerts.map((alert) => (
        <li key={alert}>
          <IconAlertTriangle size={16} stroke={1.9} aria-hidden style={{ verticalAlign: '-3px' }} /> {alert}
        </li>
      ))}
    </ul>
  );
}
