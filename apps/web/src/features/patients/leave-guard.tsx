import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useWords } from '../../i18n/words.js';
import { uiWords } from '../../ui/ui-words.js';
import { formWords } from './form-words.js';

/** Asks before what was typed is left behind; opening something beside the same page leaves nothing behind. */
export function LeaveGuard({ unsaved }: { unsaved: boolean }) {
  const t = useWords(formWords);
  const ui = useWords(uiWords);
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => unsaved && current.pathname !== next.pathname,
    enableBeforeUnload: () => unsaved,
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;
  return (
    <Modal opened onClose={blocker.reset} title={t('leave.title')} closeButtonProps={{ 'aria-label': ui('frame.close') }}>
      <Stack>
        <Text>{t('leave.lead')}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={blocker.proceed}>
            {t('leave.go')}
          </Button>
          <Button onClick={blocker.reset} data-autofocus>
            {t('leave.stay')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
