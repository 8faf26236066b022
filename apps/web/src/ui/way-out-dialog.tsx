import { Button, Group, Loader, Modal, Stack, Text } from '@mantine/core';
import { useWords } from '../i18n/words.js';
import { uiWords } from './ui-words.js';
import type { Waiting } from './way-out-state.js';
import { wayOutWords } from './way-out-words.js';

/** What somebody did last is being saved before they are signed out; where that takes long, what would be lost is said, and asked. */
export function WayOutDialog({ late, stay, goAnyway }: Waiting) {
  const t = useWords(wayOutWords);
  const ui = useWords(uiWords);
  return (
    <Modal opened onClose={stay} title={t(late ? 'lateTitle' : 'title')} closeButtonProps={{ 'aria-label': ui('frame.close') }}>
      <Stack>
        <Group gap="sm" wrap="nowrap" align="flex-start" role="status">
          <Loader size="sm" aria-hidden />
          <Text>{t(late ? 'lateLead' : 'lead')}</Text>
        </Group>
        <Group justify="flex-end" gap="xs">
          {late && (
            <Button variant="default" onClick={goAnyway}>
              {t('go')}
            </Button>
          )}
          <Button data-autofocus onClick={stay}>
            {t('stay')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
