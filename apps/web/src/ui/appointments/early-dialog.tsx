import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../format.js';
import { uiWords } from '../ui-words.js';
import { answerEarly } from './early-arrival.js';
import type { Appointment } from '../../data/appointments.js';
import { appointmentPanelWords } from './appointment-panel-words.js';

/** An arrival opens the way to the invoice and the note; on a day before the appointment's it is most often a slip. */
export function EarlyDialog({ appointment }: { appointment: Appointment }) {
  const t = useWords(appointmentPanelWords);
  const ui = useWords(uiWords);
  const format = useFormat();
  const there = format.in(appointment.location.timeZone);
  const leave = () => answerEarly(false);
  return (
    <Modal opened onClose={leave} title={t('early.title')} closeButtonProps={{ 'aria-label': ui('frame.close') }}>
      <Stack>
        <Text>
          {t('early.lead', { name: format.name(appointment.patient), day: there.civil(there.dateOf(appointment.start), 'longDate') })}
        </Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={leave} data-autofocus>
            {ui('frame.cancel')}
          </Button>
          <Button onClick={() => answerEarly(true)}>{t('early.submit')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
