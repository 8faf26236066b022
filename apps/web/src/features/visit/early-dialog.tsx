import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useWords } from '../../i18n/words.js';
import { useFormat } from '../../ui/format.js';
import { uiWords } from '../../ui/ui-words.js';
import { answerEarly } from './early-arrival.js';
import type { Visit } from './visit.queries.js';
import { visitPanelWords } from './visit-panel-words.js';

/** An arrival opens the way to the invoice and the note; on a day before the visit's it is most often a slip. */
export function EarlyDialog({ visit }: { visit: Visit }) {
  const t = useWords(visitPanelWords);
  const ui = useWords(uiWords);
  const format = useFormat();
  const there = format.in(visit.location.timeZone);
  const leave = () => answerEarly(false);
  return (
    <Modal opened onClose={leave} title={t('early.title')} closeButtonProps={{ 'aria-label': ui('frame.close') }}>
      <Stack>
        <Text>{t('early.lead', { name: format.name(visit.patient), day: there.civil(there.dateOf(visit.start), 'longDate') })}</Text>
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
