import { Button, Group, Skeleton, Stack } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { useCan } from '../../session/use-session.js';
import { ArchiveButton } from './archive-button.js';
import { Consents } from './consents.js';
import { Death } from './death.js';
import { DetailsForm } from './details-form.js';
import { DetailsView } from './details-view.js';
import { detailsWords } from './details-words.js';
import { patientQuery } from '../../data/patients.js';

/** Everything that is known of a person besides their care, and what they said about being written to. */
export function DetailsTab({ patientId }: { patientId: string }) {
  const t = useWords(detailsWords);
  const can = useCan();
  const { data: patient } = useQuery(patientQuery(patientId));
  const [editing, setEditing] = useState(false);
  // The head of the page says what went wrong.
  if (!patient) return <Skeleton h={320} aria-hidden />;
  if (editing) return <DetailsForm patient={patient} onDone={() => setEditing(false)} />;
  return (
    <Stack gap="xl">
      <Stack gap="md">
        {can('patient:write') && (
          <Group>
            <Button variant="default" leftSection={<IconPencil size={16} stroke={1.7} aria-hidden />} onClick={() => setEditing(true)}>
              {t('edit')}
            </Button>
          </Group>
        )}
        <DetailsView patient={patient} />
      </Stack>
      <Consents patientId={patientId} />
      {can('patient:write') && (
        <Stack gap="md">
          <ArchiveButton patient={patient} />
          <Death patient={patient} />
        </Stack>
      )}
    </Stack>
  );
}
