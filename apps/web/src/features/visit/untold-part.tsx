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
import { usePatientTold, type Visit } from './visit.queries.js';
import { visitPanelWords } from './visit-panel-words.js';

interface Props {
  visit: Visit;
  patient: Pick<Patient, 'phone'> | undefined;
}

/** The word that somebody told the patient can be taken back apart from what was changed. */
const tellingOf = ({ id }: Visit) => `told ${id}`;

/** What the clinic changed and nobody has told the patient: a call to make, until it is made; then who made it. */
export function UntoldPart({ visit, patient }: Props) {
  if (visit.untold) return <ToTell visit={visit} patient={patient} />;
  return visit.told ? <Told visit={visit} told={visit.told} /> : null;
}

function ToTell({ visit, patient }: Props) {
  const t = useWords(visitPanelWords);
  const format = useFormat();
  const can = useCan();
  const { hidden } = usePrivacy();
  const told = usePatientTold('patient-told');
  const phone = hidden ? undefined : patient?.phone;
  const back = usePatientTold('patient-not-told');
  // A promise rather than callbacks: the notice is gone once it is done.
  const say = (now: Visit) => {
    const label = t('untold.did', { name: format.name(visit.patient) });
    const undo = { label, about: tellingOf(visit), run: () => void back.mutateAsync(now).catch(toastProblem) };
    toastDone(label, now.told?.undoable ? undo : undefined);
  };
  return (
    <Alert color="orange" variant="light" role="status">
      <Text>
        {t(isLive(visit) ? 'untold.changed' : 'untold.cancelled')}{' '}
        {phone && (
          <Anchor href={`tel:${phone}`} underline="always">
            {t('call', { phone: readablePhone(phone) })}
          </Anchor>
        )}
      </Text>
      {can('appointment:manage') && (
        <Group mt="xs">
          <Button variant="default" size="xs" loading={told.isPending} onClick={() => void told.mutateAsync(visit).then(say, toastProblem)}>
            {t('untold.told')}
          </Button>
        </Group>
      )}
    </Alert>
  );
}

/** Stays on the visit; a slip is taken back here as long as there is still something to tell. */
function Told({ visit, told }: { visit: Visit; told: NonNullable<Visit['told']> }) {
  const t = useWords(visitPanelWords);
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
            withdrawUndo(tellingOf(visit));
            void back.mutateAsync(visit).catch(toastProblem);
          }}
        >
          {t('untold.notTold')}
        </Button>
      )}
    </div>
  );
}
