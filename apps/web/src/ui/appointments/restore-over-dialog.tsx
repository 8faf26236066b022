import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useWords } from '../../i18n/words.js';
import { useFormat, whenOf } from '../format.js';
import { uiWords } from '../ui-words.js';
import { sentence } from './move-done.js';
import { answerOver, type RestoreOver } from './restore-over.js';
import { appointmentPanelWords } from './appointment-panel-words.js';

/** An appointment that is off cannot be given another time, so beside the one it had there is only a new appointment; one that was moved stays. */
export function RestoreOverDialog({ appointment, reason, back }: RestoreOver) {
  const t = useWords(appointmentPanelWords);
  const ui = useWords(uiWords);
  const format = useFormat();
  const leave = () => answerOver(false);
  const when = sentence(whenOf(format, appointment).dayTime);
  const said = { name: format.name(appointment.patient), practitioner: appointment.practitioner.displayName, when };
  return (
    <Modal opened onClose={leave} title={t('over.title')} closeButtonProps={{ 'aria-label': ui('frame.close') }}>
      <Stack>
        <Text>{t(`over.${back}.${reason}`, said)}</Text>
        <Text>{t(`over.${back}.else`)}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={leave} data-autofocus>
            {ui('frame.cancel')}
          </Button>
          <Button onClick={() => answerOver(true)}>{t(`over.${back}.submit`)}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
