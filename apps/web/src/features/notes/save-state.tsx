import { Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCloudOff, IconCloudUp } from '@tabler/icons-react';
import { useWords } from '../../i18n/words.js';
import { problemText } from '../../ui/problem-text.js';
import type { DraftState, SavePhase } from './model/draft-saver.js';
import { notesWords } from './notes-words.js';

const ICONS: Readonly<Record<SavePhase, typeof IconCheck>> = {
  saved: IconCheck,
  unsaved: IconCloudUp,
  saving: IconCloudUp,
  offline: IconCloudOff,
  conflict: IconAlertTriangle,
  stopped: IconAlertTriangle,
  closed: IconAlertTriangle,
};
const TROUBLE: ReadonlySet<SavePhase> = new Set(['offline', 'conflict', 'stopped', 'closed']);

/** Whether the server has what was typed; read out when that changes for the worse or the better, not at every word. */
export function SaveState({ draft, onRetry }: { draft: DraftState; onRetry: () => void }) {
  const t = useWords(notesWords);
  const { phase, refused, error } = draft;
  const Icon = ICONS[phase];
  const trouble = TROUBLE.has(phase) || refused.length > 0;
  const words =
    phase === 'stopped' ? problemText(error) : phase === 'unsaved' && refused.length > 0 ? t('save.refused') : t(`save.${phase}`);
  return (
    <Group gap={6} wrap="nowrap" c={trouble ? 'light-dark(#8a3b00, #ffc078)' : 'dimmed'} data-phase={phase} miw={0}>
      <Icon size={16} stroke={1.7} aria-hidden style={{ flex: 'none' }} />
      <Text size="sm" inherit component="span" role="status" aria-atomic="true">
        {words}
      </Text>
      {(phase === 'offline' || phase === 'stopped') && (
        <Button size="compact-xs" variant="default" onClick={onRetry}>
          {t('save.retry')}
        </Button>
      )}
    </Group>
  );
}
