import { Button, Group, Text, VisuallyHidden } from '@mantine/core';
import { useId } from 'react';
import { useWords } from '../../i18n/words.js';
import { useSession } from '../../session/use-session.js';
import { canNote } from '../../data/can-note.js';
import type { PlacedQuestion } from './model/answers.js';
import type { DraftState } from './model/draft-saver.js';
import classes from './note.module.css';
import type { Note } from '../../data/notes.js';
import { notesWords } from './notes-words.js';
import { SaveState } from './save-state.js';
import type { Signing } from './use-signing.js';

interface Props {
  note: Note;
  draft: DraftState;
  signing: Signing;
  missing: readonly PlacedQuestion[];
  onRetry: () => void;
}

/** Always in sight: whether it is saved, and how to be done with it. */
export function SignBar({ note, draft, signing, missing, onRetry }: Props) {
  const t = useWords(notesWords);
  const why = useId();
  const { reason, invoiceReason } = useReasons(note, draft);
  return (
    <div className={classes['bar']} role="region" aria-label={t('sign.bar')}>
      <SaveState draft={draft} onRetry={onRetry} />
      <Group gap="xs" justify="flex-end" ml="auto">
        {missing.length > 0 && (
          <Text size="sm" c="dimmed">
            {t('sign.toAnswer', { count: missing.length })}
          </Text>
        )}
        <Button
          variant="default"
          loading={signing.busy === 'sign'}
          disabled={reason !== undefined || signing.busy !== undefined}
          title={reason ?? t('sign.withKey')}
          aria-describedby={reason && `${why}-sign`}
          onClick={() => void signing.run('sign')}
        >
          {t('sign.sign')}
        </Button>
        <Button
          loading={signing.busy === 'invoice'}
          disabled={invoiceReason !== undefined || signing.busy !== undefined}
          title={invoiceReason}
          aria-describedby={invoiceReason && `${why}-invoice`}
          onClick={() => void signing.run('invoice')}
        >
          {t('sign.signAndInvoice')}
        </Button>
        <VisuallyHidden id={`${why}-sign`}>{reason}</VisuallyHidden>
        <VisuallyHidden id={`${why}-invoice`}>{invoiceReason}</VisuallyHidden>
      </Group>
    </div>
  );
}

/** Why a button cannot act; undefined where it can. */
function useReasons(note: Note, draft: DraftState): { reason: string | undefined; invoiceReason: string | undefined } {
  const t = useWords(notesWords);
  const session = useSession();
  const signed: Note = { ...note, status: 'signed' };
  let reason: string | undefined;
  if (!canNote.sign(session, note)) reason = t('sign.whyNotYours');
  else if (draft.phase === 'conflict') reason = t('sign.whyConflict');
  else if (draft.refused.length > 0) reason = t('sign.whyRefused');
  let invoiceReason = reason;
  if (!reason && !canNote.invoice(session, signed))
    invoiceReason = note.appointmentId ? t('sign.whyNoInvoice') : t('sign.whyNoAppointment');
  return { reason, invoiceReason };
}
