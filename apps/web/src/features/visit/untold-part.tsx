import { readablePhone } from '@keel/contracts';
import { Alert, Anchor, Button, Group, Text } from '@mantine/core';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { usePrivacy } from '../../ui/privacy.js';
import { toastDone, toastProblem } from '../../ui/toasts.js';
import type { Patient } from '../patients/patient.queries.js';
import { useCan } from '../session/use-session.js';
import { isLive } from './steps.js';
import { usePatientTold, type Visit } from './visit.queries.js';
import { visitPanelWords } from './visit-panel-words.js';

/** What the clinic changed and nobody has told the patient: a call to make, until it is made. */
export function UntoldPart({ visit, patient }: { visit: Visit; patient: Pick<Patient, 'phone'> | undefined }) {
  const t = useWords(visitPanelWords);
  const format = useFormat();
  const can = useCan();
  const { hidden } = usePrivacy();
  const told = usePatientTold();
  if (!visit.untold) return null;
  const phone = hidden ? undefined : patient?.phone;
  // A promise rather than callbacks: the notice is gone once it is done.
  const say = () => toastDone(t('untold.did', { name: format.name(visit.patient) }));
  return (
    <Alert color="orange" variant="light" role="status">
      <Text>
        {t(isLive(visit) ? 'untold.changed' : 'untold.cancelled')}{' '}
        {phone && <Anchor href={`tel:${phone}`}>{t('call', { phone: readablePhone(phone) })}</Anchor>}
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
