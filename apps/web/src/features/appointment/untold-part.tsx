import { readablePhone } from '@keel/contracts';
import { Alert, Anchor, Button, Group, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { usePrivacy } from '../../ui/privacy.js';
import { toastDone, toastProblem } from '../../ui/toasts.js';
import type { Patient } from '../../data/patients.js';
import { withdrawUndo } from '../../ui/undo.js';
import { useCan } from '../../session/use-session.js';
import { isLive } from '../../data/appointment-steps.js';
import { asLookedAt } from '../../ui/appointments/looked-at.js';
import { type Appointment, newestKnown, newestOf } from '../../data/appointments.js';
import { usePatientTold } from '../../data/appointment-changes.js';
import { withOwn } from '../../data/own-changes.js';
import { appointmentPanelWords } from '../../ui/appointments/appointment-panel-words.js';

interface Props {
  appointment: Appointment;
  patient: Pick<Patient, 'phone'> | undefined;
}

/** What a patient is told of an appointment. */
const change = (appointment: Appointment): string =>
  [isLive(appointment), appointment.start, appointment.practitionerId, appointment.locationId].join();
const telling = (appointment: Appointment): string => [change(appointment), appointment.told?.at, appointment.told?.by].join();

/** The word that somebody told the patient can be taken back apart from what was changed. */
const tellingOf = ({ id }: Appointment) => `told ${id}`;

/** A change that is to be told, or who told it, as this person was first shown it: what they say is of that. */
interface First {
  /** The version that it has by their own last word: what is shown of it from then on is new. */
  since: number;
  untold?: Appointment | undefined;
  told?: Appointment | undefined;
}

/** What the clinic changed and nobody has told the patient: a call to make, until it is made; then who made it. */
export function UntoldPart({ appointment, patient }: Props) {
  // Kept while neither stands here, too: a call may last longer than what it is about.
  const [first, setFirst] = useState<First>({ since: 0 });
  const kind = appointment.untold ? 'untold' : appointment.told && 'told';
  if (!kind) return null;
  // What they changed themselves they know of; where that left nothing of the kind, what comes next is new.
  const followed = first[kind] && withOwn(first[kind], kind === 'untold' ? change : telling);
  const begun = followed?.[kind] ? followed : undefined;
  if (!begun && appointment.version >= first.since && first[kind] !== appointment) setFirst({ ...first, [kind]: appointment });
  const said = ({ version }: Appointment) => setFirst({ since: version });
  const refused = (error: unknown) => {
    const newest = newestOf(error);
    if (newest) setFirst((now) => ({ ...now, [kind]: newest }));
    toastProblem(error);
  };
  const of = { appointment, begun: begun ?? appointment, onSaid: said, onRefused: refused };
  return kind === 'untold' ? <ToTell {...of} patient={patient} /> : <Told {...of} />;
}

interface PartProps {
  appointment: Appointment;
  begun: Appointment;
  onSaid: (now: Appointment) => void;
  onRefused: (error: unknown) => void;
}

function ToTell({ appointment, patient, begun, onSaid, onRefused }: PartProps & Pick<Props, 'patient'>) {
  const t = useWords(appointmentPanelWords);
  const format = useFormat();
  const can = useCan();
  const { hidden } = usePrivacy();
  const told = usePatientTold('patient-told');
  const phone = hidden ? undefined : patient?.phone;
  const back = usePatientTold('patient-not-told');
  const queries = useQueryClient();
  const asTelling = (said: Appointment) => asLookedAt(said, newestKnown(queries, said), telling);
  // A promise rather than callbacks: the notice is gone once it is done.
  const say = (now: Appointment) => {
    onSaid(now);
    const label = t('untold.did', { name: format.name(appointment.patient) });
    const undo = { label, about: tellingOf(appointment), run: () => void back.mutateAsync(asTelling(now)).catch(toastProblem) };
    toastDone(label, now.told?.undoable ? undo : undefined);
  };
  return (
    <Alert color="orange" variant="light" role="status">
      {change(begun) !== change(appointment) && <Text fw={600}>{t('untold.again')}</Text>}
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
            onClick={() => void told.mutateAsync(asLookedAt(begun, appointment, change)).then(say, onRefused)}
          >
            {t('untold.told')}
          </Button>
        </Group>
      )}
    </Alert>
  );
}

/** Stays on the appointment; a slip is taken back here as long as there is still something to tell. */
function Told({ appointment, begun, onSaid, onRefused }: PartProps) {
  const t = useWords(appointmentPanelWords);
  const format = useFormat();
  const can = useCan();
  const back = usePatientTold('patient-not-told');
  const { told } = appointment;
  if (!told) return null;
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
            void back.mutateAsync(asLookedAt(begun, appointment, telling)).then(onSaid, onRefused);
          }}
        >
          {t('untold.notTold')}
        </Button>
      )}
    </div>
  );
}
