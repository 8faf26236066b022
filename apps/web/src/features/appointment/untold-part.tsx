import { readablePhone } from '@keel/contracts';
import { Alert, Anchor, Button, Group, Text } from '@mantine/core';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { usePrivacy } from '../../ui/privacy.js';
import { toastDone, toastProblem } from '../../ui/toasts.js';
import type { Patient } from '../patients/patient.queries.js';
import { withdrawUndo } from '../../ui/undo.js';
import { useCan } from '../session/use-session.js';
import { isLive } from './steps.js';
import { usePatientTold, type Appointment } from './appointment.queries.js';
import { appointmentPanelWords } from './appointment-panel-words.js';

interface Props {
  appointment: Appointment;
  patient: Pick<Patient, 'phone'> | undefined;
}

/** The word that somebody told the patient can be taken back apart from what was changed. */
const tellingOf = ({ id }: Appointment) => `told ${id}`;

/** What the clinic changed and nobody has told the patient: a call to make, until it is made; then who made it. */
export function UntoldPart({ appointment, patient }: Props) {
  if (appointment.untold) return <ToTell appointment={appointment} patient={patient} />;
  return appointment.told ? <Told appointment={appointment} told={appointment.told} /> : null;
}

function ToTell({ appointment, patient }: Props) {
  const t = useWords(appointmentPanelWords);
  const format = useFormat();
  const can = useCan();
  const { hidden } = usePrivacy();
  const told = usePatientTold('patient-told');
  const phone = hidden ? undefined : patient?.phone;
  const back = usePatientTold('patient-not-told');
  // A promise rather than callbacks: the notice is gone once it is done.
  const say = (now: Appointment) => {
    const label = t('untold.did', { name: format.name(appointment.patient) });
    const undo = { label, about: tellingOf(appointment), run: () => void back.mutateAsync(now).catch(toastProblem) };
    toastDone(label, now.told?.undoable ? undo : undefined);
  };
  return (
    <Alert color="orange" variant="light" role="status">
      <Text>
        {t(isLive(appointment) ? 'untold.changed' : 'untold.cancelled')}{' '}
        {phone && (
          <Anchor href={`tel:${phone}`} underline="always">
            {t('call', { phone: readablePhone(phone) })}
          </Anchor>
        )}
      </Text>
      {can('appointment:manage') && (
        <Group mt="xs">
          <Button
            variant="default"
            size="xs"
            loading={told.isPending}
            onClick={() => void told.mutateAsync(appointment).then(say, toastProblem)}
          >
            {t('untold.told')}
          </Button>
        </Group>
      )}
    </Alert>
  );
}

/** Stays on the appointment; a slip is taken back here as long as there is still something to tell. */
function Told({ appointment, told }: { appointment: Appointment; told: NonNullable<Appointment['told']> }) {
  const t = useWords(appointmentPanelWords);
  const format = useFormat();
  const can = useCan();
  const back = usePatientTold('patient-not-told');
  const when = format.dayTime(told.at);
  return (
    <div>
      <Text size="sm" c="dimmed">
        {told.by ? t('untold.toldBy', { when, who: told.by }) : t('untold.toldAt', { when })}
      </Text>
      {told.undoable && can('appointment:manage') && (
        <Button
          variant="subtle"
          size="compact-sm"
          ml={-8}
          loading={back.isPending}
          onClick={() => {
            withdrawUndo(tellingOf(appointment));
            void back.mutateAsync(appointment).catch(toastProblem);
          }}
        >
          {t('untold.notTold')}
        </Button>
      )}
    </div>
  );
}
