import { Button, Group, Modal, Stack } from '@mantine/core';
import { useWords } from '../../../../i18n/words.js';
import { uiWords } from '../../../../ui/ui-words.js';
import { alternativesOf } from '../../../../data/refused.js';
import { RefusedTime } from '../../../../ui/appointments/refused-time.js';
import type { Move } from '../../../../data/appointments.js';
import { gridWords } from './grid-words.js';
import type { Refused } from './use-moving.js';

interface Props {
  refused: Refused;
  busy: boolean;
  onSend: (to: Move) => void;
  onLeave: () => void;
}

/** The time was taken: where else, over it deliberately, or back where it was. */
export function RefusedMove({ refused: { to, error }, busy, onSend, onLeave }: Props) {
  const t = useWords(gridWords);
  const ui = useWords(uiWords);
  return (
    <Modal opened onClose={onLeave} title={t('refused')} closeButtonProps={{ 'aria-label': ui('frame.close') }}>
      <Stack gap="sm">
        <RefusedTime
          error={error}
          alternatives={alternativesOf(error) ?? []}
          busy={busy}
          onChoose={({ start, practitionerId }) => onSend({ ...to, start, practitionerId })}
          onOver={() => onSend({ ...to, overbook: true })}
        />
        <Group>
          <Button variant="default" onClick={onLeave} data-autofocus>
            {t('leave')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
