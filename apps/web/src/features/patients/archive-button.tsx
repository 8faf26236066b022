import { Button, Group, Text } from '@mantine/core';
import { IconArchive, IconArchiveOff } from '@tabler/icons-react';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { toastDone, toastProblem } from '../../ui/toasts.js';
import { detailsWords } from './details-words.js';
import { type Patient, useChangePatient } from '../../data/patients.js';

/** Takes somebody out of the lists or back into them; either can be taken back at once. */
export function ArchiveButton({ patient }: { patient: Patient }) {
  const t = useWords(detailsWords);
  const format = useFormat();
  const change = useChangePatient();
  // Promises rather than callbacks: taking it back may be wanted when this page is left already.
  const set = async (from: Patient, archived: boolean, undoable: boolean): Promise<void> => {
    const now = await change.mutateAsync({ patient: from, change: { archived } });
    const text = t(archived ? 'archived' : 'unarchived', { name: format.name(now) });
    const label = t(archived ? 'undoArchive' : 'undoUnarchive');
    toastDone(text, undoable ? { label, run: () => void set(now, !archived, false).catch(toastProblem) } : undefined);
  };
  return (
    <Group gap="sm">
      <Button
        variant="default"
        loading={change.isPending}
        leftSection={
          patient.archived ? <IconArchiveOff size={16} stroke={1.7} aria-hidden /> : <IconArchive size={16} stroke={1.7} aria-hidden />
        }
        onClick={() => void set(patient, !patient.archived, true).catch(toastProblem)}
      >
        {t(patient.archived ? 'unarchive' : 'archive')}
      </Button>
      {!patient.archived && <Text c="dimmed">{t('archiveLead')}</Text>}
    </Group>
  );
}
