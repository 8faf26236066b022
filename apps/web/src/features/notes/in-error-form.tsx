import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { CancelButton } from '../../ui/cancel-button.js';
import { LeaveGuard } from '../../ui/leave-guard.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import classes from './note.module.css';
import { type Note, useEnterInError } from '../../data/notes.js';
import { notesWords } from './notes-words.js';

const SHORTEST = 3;

/** A note of the wrong patient or appointment is kept and marked, with the reason. */
export function InErrorForm({ note, onDone }: { note: Note; onDone: () => void }) {
  const t = useWords(notesWords);
  const enter = useEnterInError(note.id);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const short = reason.trim().length < SHORTEST;
  return (
    <form
      className={classes['card']}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (!short) enter.mutate(reason, { onSuccess: onDone });
      }}
    >
      <LeaveGuard unsaved={reason.trim() !== '' && !enter.isSuccess} />
      <Stack gap="sm">
        <ProblemNotice error={enter.error} />
        <Text>{t('error.lead')}</Text>
        <TextInput
          label={t('error.reason')}
          error={asked && short ? t('error.fault') : undefined}
          autoFocus
          maxLength={1000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="xs">
          <CancelButton onCancel={onDone} />
          <Button type="submit" color="red.9" loading={enter.isPending}>
            {t('error.mark')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
