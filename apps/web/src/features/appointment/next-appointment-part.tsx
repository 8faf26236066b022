import { Anchor, Button, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { useFormat, whenOf } from '../../ui/format.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { useCan } from '../../session/use-session.js';
import { Part, Row } from '../../ui/appointments/part.js';
import type { Appointment } from '../../data/appointments.js';
import { comingAppointmentsQuery } from '../../data/appointment-lists.js';
import { appointmentPanelWords } from '../../ui/appointments/appointment-panel-words.js';

/** The patient's next appointment after this one, and the way to book it. */
export function NextAppointmentPart({ appointment, primary }: { appointment: Appointment; primary: boolean }) {
  const t = useWords(appointmentPanelWords);
  const format = useFormat();
  const can = useCan();
  // What has already begun is not what somebody means by the next one.
  const [opened] = useState(() => new Date().toISOString());
  const coming = useQuery(comingAppointmentsQuery(appointment.patientId, appointment.start > opened ? appointment.start : opened));
  const next = coming.data?.find(({ id }) => id !== appointment.id);
  const known = { patientId: appointment.patientId, practitionerId: appointment.practitionerId, serviceId: appointment.serviceId };
  return (
    <Part title={t('next.title')}>
      {coming.error && !coming.data && <ProblemNotice error={coming.error} onRetry={() => void coming.refetch()} />}
      {!coming.error && !coming.data && <Skeleton height={32} />}
      {coming.data && (
        <Row>
          {next ? (
            <Anchor renderRoot={(root: object) => <Link {...root} to="." search={(now) => ({ ...now, appointment: next.id })} />} size="sm">
              {whenOf(format, next).day}, {whenOf(format, next).time}
            </Anchor>
          ) : (
            <Text>{t('next.none')}</Text>
          )}
          {can('appointment:book') ? (
            <Button
              renderRoot={(root: object) => <Link {...root} to="." search={(now) => ({ ...now, book: known })} />}
              variant={primary ? 'filled' : 'default'}
            >
              {t('next.book')}
            </Button>
          ) : (
            <Button variant="default" disabled title={t('next.mayNot')} aria-description={t('next.mayNot')}>
              {t('next.book')}
            </Button>
          )}
        </Row>
      )}
    </Part>
  );
}
