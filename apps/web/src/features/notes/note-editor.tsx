import { Anchor, Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type MouseEvent, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { toastDone } from '../../ui/toasts.js';
import { LeaveGuard } from '../../ui/leave-guard.js';
import { useShortcut } from '../../ui/shortcuts.js';
import { useSession } from '../../session/use-session.js';
import { lastSigned } from '../../data/can-note.js';
import { ChartRail } from '../../ui/charts/chart-rail.js';
import { ClosedNotice } from './closed-notice.js';
import { ConflictPanel } from './conflict-panel.js';
import { LastNote } from './last-note.js';
import { useLocalText } from '../../i18n/local-text.js';
import { MissingList } from './missing-list.js';
import { type Answers, type FieldKey, missingQuestions, questionsOf, toAnswers } from './model/answers.js';
import type { DraftState } from './model/draft-saver.js';
import classes from './note.module.css';
import { NoteHeader } from './note-header.js';
import { type Note, noteQuery, notesOfPatientQuery } from '../../data/notes.js';
import type { NoteTemplate } from '../../data/note-templates.js';
import { notesWords } from './notes-words.js';
import { SectionEditor, sectionId } from './section-editor.js';
import { SignBar } from './sign-bar.js';
import { useCopyForward } from './use-copy-forward.js';
import { useDraft } from './use-draft.js';
import { useSigning } from './use-signing.js';
import { lazyDrawer } from '../../ui/lazy-drawer.js';

const PhrasesDialog = lazyDrawer(() => import('./phrases/phrases-dialog.js').then((module) => ({ default: module.PhrasesDialog })));
const SignDialog = lazyDrawer(() => import('./sign-dialog.js').then((module) => ({ default: module.SignDialog })));

interface Props {
  note: Note;
  template: NoteTemplate;
  /** The note is signed and nothing of this page is left to save; `rest` is to be added to it. */
  onSigned: (rest?: string) => void;
}

/** A draft: its questions, what the patient's chart says, and the last note to go on from. */
export function NoteEditor({ note, template, onSigned }: Props) {
  const t = useWords(notesWords);
  const { saver, draft } = useDraft(note);
  const questions = useMemo(() => questionsOf(template.sections), [template]);
  const missing = missingQuestions(template.sections, draft.answers);
  const signing = useSigning(note, saver, missing);
  const copy = useCopyForward(template, saver);
  const { head, last } = useLastNote(note);
  const [confirming, setConfirming] = useState(false);
  const [phrases, setPhrases] = useState(false);
  useShortcut('s', t('sign.shortcut'), () => setConfirming(true), { opens: true });
  const onChange = useCallback((key: FieldKey, value: Answers[FieldKey]) => saver.edit(key, value), [saver]);
  const closed = draft.phase === 'closed';
  useEffect(() => {
    if (closed && !saver.dirty) onSigned();
  }, [closed, saver, onSigned]);
  useBroughtIn(draft);
  const asked = new Set(signing.asked ? missing.map(({ key }) => key) : []);

  return (
    <div className={classes['layout']}>
      <div className={classes['head']}>
        <NoteHeader note={note} />
      </div>
      <div className={classes['main']}>
        <SectionLinks template={template} onPhrases={() => setPhrases(true)} />
        {draft.phase === 'conflict' && (
          <ConflictPanel
            conflicts={draft.conflicts}
            answers={draft.answers}
            questions={questions}
            onSettle={(sides) => saver.settle(sides)}
          />
        )}
        {closed && saver.dirty && <ClosedNotice {...{ draft, questions }} onLeave={onSigned} />}
        {signing.asked && <MissingList missing={missing} />}
        {template.sections.map((section) => (
          <SectionEditor
            key={section.key}
            section={section}
            answers={draft.answers}
            missing={asked}
            refused={draft.refused}
            onChange={onChange}
            onCopy={last && (() => copy.all(last, section.key))}
          />
        ))}
        <SignBar {...{ note, draft, signing, missing }} onRetry={saver.retry} />
      </div>
      <aside className={classes['rail']} aria-label={t('beside')}>
        <ChartRail patientId={note.patientId} />
        {head && <LastNote head={head} takes={copy.takes} onCopyAll={(answers) => copy.all(answers)} onCopyOne={copy.one} />}
      </aside>
      <LeaveGuard unsaved={saver.dirty} save={() => saver.flush()} />
      <Suspense fallback={null}>
        {confirming && <SignDialog {...{ note, missing }} onClose={() => setConfirming(false)} onSign={signing.run} />}
        {phrases && <PhrasesDialog onClose={() => setPhrases(false)} />}
      </Suspense>
    </div>
  );
}

/** Tells of what came in from another window. */
function useBroughtIn({ broughtIn }: DraftState): void {
  const t = useWords(notesWords);
  useEffect(() => {
    if (broughtIn.length > 0) toastDone(t('conflict.broughtIn', { count: broughtIn.length }));
    // oxlint-disable-next-line react/exhaustive-deps -- told once for each time, in the language of that time
  }, [broughtIn]);
}

function useLastNote(note: Note) {
  const session = useSession();
  const heads = useQuery(notesOfPatientQuery(note.patientId)).data ?? [];
  const head = lastSigned(heads, note, session);
  const { data } = useQuery({ ...noteQuery(head?.id ?? ''), enabled: head !== undefined });
  const last = useMemo(() => data && toAnswers(data.sections), [data]);
  return { head, last };
}

function SectionLinks({ template, onPhrases }: { template: NoteTemplate; onPhrases: () => void }) {
  const t = useWords(notesWords);
  const local = useLocalText();
  return (
    <Group justify="space-between" gap="xs">
      <nav className={classes['jump']} aria-label={t('sections')}>
        {template.sections.map(({ key, title }) => (
          <Anchor key={key} href={`#${sectionId(key)}`} size="sm" onClick={(event) => jump(event, sectionId(key))}>
            {local(title)}
          </Anchor>
        ))}
      </nav>
      <Button size="compact-sm" variant="subtle" onClick={onPhrases}>
        {t('phrase.title')}
      </Button>
    </Group>
  );
}

/** Within the page, without a step in the browser's history. */
function jump(event: MouseEvent, id: string): void {
  event.preventDefault();
  document.getElementById(id)?.scrollIntoView({ block: 'start' });
}
