import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useWords } from '../../i18n/words.js';
import { uiWords } from '../../ui/ui-words.js';
import type { DraftSaver } from './model/draft-saver.js';
import { notesWords } from './notes-words.js';

/** Leaving saves first; only where that fails is the person asked, since what was typed is nowhere else. */
export function LeaveGuard({ saver }: { saver: DraftSaver }) {
  const t = useWords(notesWords);
  const ui = useWords(uiWords);
  const leaving = useBlocker({
    withResolver: true,
    enableBeforeUnload: () => saver.dirty,
    shouldBlockFn: async ({ current, next }) => current.pathname !== next.pathname && saver.dirty && !(await saver.flush()),
  });
  return (
    <Modal
      opened={leaving.status === 'blocked'}
      onClose={() => leaving.reset?.()}
      title={t('leave.title')}
      closeButtonProps={{ 'aria-label': ui('frame.close') }}
    >
      <Stack>
        <Text>{t('leave.lead')}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" color="red" onClick={() => leaving.proceed?.()}>
            {t('leave.go')}
          </Button>
          <Button data-autofocus onClick={() => leaving.reset?.()}>
            {t('leave.stay')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
