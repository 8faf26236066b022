import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useWords } from '../../i18n/words.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { toastDone } from '../../ui/toasts.js';
import { uiWords } from '../../ui/ui-words.js';
import { type Invoice, useVoid } from './billing.queries.js';
import { invoiceWords } from './invoice-words.js';

/** Asks once, since a void cannot be taken back: says what becomes of the number and of the visit. */
export function VoidDialog({ invoice, onClose }: { invoice: Invoice; onClose: () => void }) {
  const t = useWords(invoiceWords);
  const ui = useWords(uiWords);
  const voiding = useVoid();
  const number = invoice.number ?? '';
  const run = () =>
    voiding.mutate(invoice.id, {
      onSuccess: () => {
        toastDone(t('voidDone', { number }));
        onClose();
      },
    });
  return (
    <Modal opened onClose={onClose} title={t('voidTitle', { number })} closeButtonProps={{ 'aria-label': ui('frame.close') }}>
      <Stack>
        <ProblemNotice error={voiding.error} />
        <Text>{t('voidLead')}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('voidNo')}
          </Button>
          <Button color="red.9" loading={voiding.isPending} onClick={run}>
            {t('voidYes')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
