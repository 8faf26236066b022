import { useEffect, useState, useSyncExternalStore } from 'react';
import { useSession } from '../../session/use-session.js';
import { toAnswers } from './model/answers.js';
import { DraftSaver, type DraftState } from './model/draft-saver.js';
import type { Note } from '../../data/notes.js';
import { sendDraft } from './send-draft.js';

/** The draft as it is typed, for as long as the page is open; leaving it saves what is left to save. */
export function useDraft(note: Note): { saver: DraftSaver; draft: DraftState } {
  const session = useSession();
  const [saver] = useState(() => new DraftSaver({ answers: toAnswers(note.sections), version: note.version }, sendDraft(note.id)));
  const draft = useSyncExternalStore(saver.subscribe, saver.snapshot);
  useEffect(() => saver.offer({ answers: toAnswers(note.sections), version: note.version, status: note.status }), [saver, note]);
  // Somebody who has just signed in again had something to save.
  useEffect(() => saver.retry(), [saver, session]);
  useEffect(() => {
    window.addEventListener('online', saver.retry);
    return () => {
      window.removeEventListener('online', saver.retry);
      void saver.flush().finally(saver.stop);
    };
  }, [saver]);
  return { saver, draft };
}
