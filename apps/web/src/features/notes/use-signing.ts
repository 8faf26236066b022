import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { ApiProblem, isStale } from '../../data/client/problem.js';
import { paths } from '../../paths.js';
import { toastProblem } from '../../ui/toasts.js';
import { useInvoiceNote } from '../../data/invoices.js';
import { type Note, useSignNote, useRenewNote } from '../../data/notes.js';
import type { PlacedQuestion } from './model/answers.js';
import type { DraftSaver } from './model/draft-saver.js';

export type SigningStep = 'sign' | 'invoice';

export interface Signing {
  /** Signs what is on the screen, saved first; `invoice` goes on to the appointment's invoice. */
  run: (step: SigningStep) => Promise<void>;
  busy: SigningStep | undefined;
  /** Signing was asked for, so what is missing is shown. */
  asked: boolean;
}

export function useSigning(note: Note, saver: DraftSaver, missing: readonly PlacedQuestion[]): Signing {
  const renewNote = useRenewNote(note.id);
  const navigate = useNavigate();
  const sign = useSignNote();
  const invoice = useInvoiceNote();
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState<SigningStep>();

  const signAndGoOn = async (step: SigningStep) => {
    // What keeps it from being saved is said by the save state.
    if (!(await saver.flush())) return;
    await sign.mutateAsync({ id: note.id, version: saver.snapshot().version });
    if (step === 'invoice') await navigate({ to: paths.invoice((await invoice.mutateAsync({ noteId: note.id })).id) });
  };
  const run = async (step: SigningStep) => {
    if (busy) return;
    setAsked(true);
    if (missing.length > 0) return;
    setBusy(step);
    try {
      await signAndGoOn(step);
    } catch (error) {
      // Somebody else saved or signed, or our own signature's answer was lost: the page shows how the note stands.
      const stale = isStale(error) || (error instanceof ApiProblem && error.code === 'NOTE_SIGNED');
      if (stale) await renewNote();
      else toastProblem(error);
    } finally {
      setBusy(undefined);
    }
  };
  return { run, busy, asked };
}
