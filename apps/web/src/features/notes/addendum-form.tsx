import { Button, Group, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { useIntentKey } from '../../data/client/intent-key.js';
import { CancelButton } from '../../ui/cancel-button.js';
import { LeaveGuard } from '../../ui/leave-guard.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import classes from './note.module.css';
import { type Note, useAmendNote } from '../../data/notes.js';
import { notesWords } from './notes-words.js';

interface Props {
  note: Note;
  text?: string | undefined;
  onDone: () => void;
}

/** More to say after signing: the note itself stays as it is, what is added is signed under it. */
export function AddendumForm({ note, text: begun = '', onDone }: Props) {
  const t = useWords(notesWords);
  const amend = useAmendNote(note.id);
  const [text, setText] = useState(begun);
  const { key, renew } = useIntentKey();
  const [asked, setAsked] = useState(false);
  const blank = text.trim() === '';
  return (
    <form
      className={classes['card']}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (!blank) amend.mutate({ text, key }, { onSuccess: onDone, onError: renew });
      }}
    >
      <LeaveGuard unsaved={text.trim() !== '' && !amend.isSuccess} />
      <Stack gap="sm">
        <ProblemNotice error={amend.error} />
        <Textarea
          label={t('addendum.label')}
          description={t('addendum.hint')}
          error={asked && blank ? t('addendum.fault') : undefined}
          autosize
          minRows={3}
          maxRows={20}
          autoFocus
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <CancelButton onCancel={onDone} />
          <Button type="submit" loading={amend.isPending}>
            {t('addendum.sign')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
