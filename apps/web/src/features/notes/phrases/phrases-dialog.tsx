import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../../i18n/words.js';
import { toastDone, toastProblem } from '../../../ui/toasts.js';
import { uiWords } from '../../../ui/ui-words.js';
import { useCan } from '../../../session/use-session.js';
import { notesWords } from '../notes-words.js';
import { type Phrase, usePhrases, useRemovePhrase, useSavePhrase } from '../../../data/phrases.js';
import { PhraseDialog } from './phrase-dialog.js';

/** All phrases that one may call, to change or remove one's own. */
export function PhrasesDialog({ onClose }: { onClose: () => void }) {
  const t = useWords(notesWords);
  const ui = useWords(uiWords);
  const phrases = usePhrases();
  const mayShare = useCan()('note-template:manage');
  const remove = useRemovePhrase();
  const save = useSavePhrase();
  const [changing, setChanging] = useState<Phrase | 'new'>();
  const removeOne = (phrase: Phrase) => {
    const { trigger, text, shared } = phrase;
    const back = { label: trigger, run: () => save.mutate({ trigger, text, shared }, { onError: toastProblem }) };
    remove.mutate(phrase, { onSuccess: () => toastDone(t('phrase.removed', { trigger }), back), onError: toastProblem });
  };
  if (changing) return <PhraseDialog phrase={changing === 'new' ? undefined : changing} onClose={() => setChanging(undefined)} />;
  return (
    <Modal opened onClose={onClose} size="lg" title={t('phrase.title')} closeButtonProps={{ 'aria-label': ui('frame.close') }}>
      <Stack gap="sm">
        {phrases.length === 0 && <Text>{t('phrase.empty')}</Text>}
        {phrases.map((phrase) => (
          <PhraseRow
            key={phrase.id}
            phrase={phrase}
            mine={!phrase.shared || mayShare}
            onChange={() => setChanging(phrase)}
            onRemove={() => removeOne(phrase)}
          />
        ))}
        <Group justify="flex-end">
          <Button variant="default" onClick={() => setChanging('new')}>
            {t('phrase.new')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

interface RowProps {
  phrase: Phrase;
  mine: boolean;
  onChange: () => void;
  onRemove: () => void;
}

function PhraseRow({ phrase: { trigger, text, shared }, mine, onChange, onRemove }: RowProps) {
  const t = useWords(notesWords);
  const common = { size: 'compact-sm', variant: 'default', disabled: !mine, title: mine ? undefined : t('phrase.shareWhyNot') } as const;
  return (
    <Group wrap="nowrap" align="flex-start" gap="xs">
      <div style={{ flex: 1, minInlineSize: 0 }}>
        <Text fw={600}>
          /{trigger}
          {shared && ` · ${t('phrase.ofClinic')}`}
        </Text>
        <Text size="sm" c="dimmed" lineClamp={2}>
          {text}
        </Text>
      </div>
      <Button {...common} aria-label={t('phrase.changeOf', { trigger })} onClick={onChange}>
        {t('phrase.changeShort')}
      </Button>
      <Button {...common} aria-label={t('phrase.removeOf', { trigger })} onClick={onRemove}>
        {t('phrase.remove')}
      </Button>
    </Group>
  );
}
