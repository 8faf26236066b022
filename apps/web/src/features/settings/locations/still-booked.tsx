import { Anchor, Box, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { bookedThereQuery } from '../../../data/appointment-lists.js';
import { useWords } from '../../../i18n/words.js';
import { paths } from '../../../paths.js';
import { useFormat, whenOf } from '../../../ui/format.js';
import { ProblemNotice } from '../../../ui/problem-notice.js';
import { useCan } from '../../../session/use-session.js';
import { locationsWords } from './locations-words.js';

/** Appointments at a location that is not in use any more: somebody moves them, or calls. */
export function StillBooked({ locationId }: { locationId: string }) {
  const t = useWords(locationsWords);
  const format = useFormat();
  const can = useCan();
  const [opened] = useState(() => new Date().toISOString());
  const { data, error, refetch } = useQuery({ ...bookedThereQuery(locationId, opened), enabled: can('appointment:read') });
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data || data.length === 0) return null;
  return (
    <Box w="100%">
      <Text fw={600}>{t('stillBooked', { count: data.length })}</Text>
      <ul>
        {data.map((appointment) => (
          <li key={appointment.id}>
            <Anchor
              renderRoot={(root: object) => <Link {...root} to={paths.patientTab(appointment.patientId, 'appointments')} />}
              size="sm"
            >
              {whenOf(format, appointment).date}, {whenOf(format, appointment).time} · <bdi>{format.name(appointment.patient)}</bdi>
            </Anchor>
          </li>
        ))}
      </ul>
    </Box>
  );
}
