import { Button, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { isCivilDate } from '@keel/calendar';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { CancelButton } from '../../ui/cancel-button.js';
import { useFormat } from '../../ui/format.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { toastDone, toastProblem } from '../../ui/toasts.js';
import { detailsWords } from './details-words.js';
import { type Patient, useChangePatient } from '../../data/patients.js';

/** That somebody has died: apart from the other details, since it ends bookings, messages and links. */
export function Death({ patient }: { patient: Patient }) {
  const t = useWords(detailsWords);
  const [asking, setAsking] = useState(false);
  if (patient.deceasedOn) return <Known patient={patient} diedOn={patient.deceasedOn} />;
  if (asking) return <DeathForm patient={patient} onDone={() => setAsking(false)} />;
  return (
    <Button variant="default" w="max-content" onClick={() => setAsking(true)}>
      {t('death.record')}
    </Button>
  );
}

function Known({ patient, diedOn }: { patient: Patient; diedOn: string }) {
  const t = useWords(detailsWords);
  const format = useFormat();
  const change = useChangePatient();
  // A promise rather than callbacks, here and below: the changed record takes this off the screen.
  const takeBack = () =>
    void change.mutateAsync({ patient, change: { deceasedOn: null } }).then(() => toastDone(t('death.takenBack')), toastProblem);
  return (
    <Group gap="sm">
      <Text>{t('death.known', { date: format.civil(diedOn) })}</Text>
      <Button variant="default" loading={change.isPending} onClick={takeBack}>
        {t('death.takeBack')}
      </Button>
    </Group>
  );
}

function DeathForm({ patient, onDone }: { patient: Patient; onDone: () => void }) {
  const t = useWords(detailsWords);
  const format = useFormat();
  const change = useChangePatient();
  const form = useForm({
    initialValues: { deceasedOn: '' },
    // Whether it is still to come, the API knows by its own clock.
    validate: { deceasedOn: (day) => (isCivilDate(day) && day >= patient.dateOfBirth ? null : t('death.fault')) },
  });
  const save = form.onSubmit((values) => {
    const done = () => {
      toastDone(t('death.saved', { name: format.name(patient) }));
      onDone();
    };
    // What went wrong is shown below.
    change.mutateAsync({ patient, change: values }).then(done, () => undefined);
  });
  return (
    <Paper withBorder p="md" maw={560}>
      <form onSubmit={save} noValidate>
        <Stack gap="sm">
          <Text>{t('death.lead')}</Text>
          <TextInput type="date" label={t('death.date')} required autoFocus {...form.getInputProps('deceasedOn')} />
          <ProblemNotice error={change.error} />
          <Group gap="sm">
            <Button type="submit" loading={change.isPending}>
              {t('death.save')}
            </Button>
            <CancelButton variant="subtle" onCancel={onDone} />
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
