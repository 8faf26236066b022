import { Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { PageProblem } from '../../ui/page-problem.js';
import { PageTitle } from '../../ui/title.js';
import { ChartProblem, closedChartOf } from '../../ui/charts/chart-problem.js';
import { useSession } from '../../session/use-session.js';
import { canNote } from '../../data/can-note.js';
import { NoteEditor } from './note-editor.js';
import { WhoseNote } from './note-header.js';
import { type Note, noteQuery } from '../../data/notes.js';
import { type NoteTemplate, templateVersionQuery } from '../../data/note-templates.js';
import { notesWords } from './notes-words.js';
import { SignedNote } from './signed-note.js';

/** A note: a form while it is a draft, a document once it is signed. */
export function NotePage() {
  const { id } = useParams({ from: '/staff/notes/$id' });
  const note = useQuery(noteQuery(id));
  const template = useQuery({
    ...templateVersionQuery(note.data ?? { templateId: '', templateVersion: 0 }),
    enabled: note.data !== undefined,
  });
  const error = note.error ?? template.error;
  // What is on the screen stays while a newer state of it cannot be fetched.
  if (note.data && template.data) return <OpenNote key={id} note={note.data} template={template.data} />;
  const closed = closedChartOf(error);
  if (closed) return <BehindClosedChart patientId={closed} error={error} />;
  if (error) return <PageProblem error={error} onRetry={() => void Promise.all([note.refetch(), template.refetch()])} />;
  return (
    <Stack p="md" maw={900} aria-busy="true">
      <Skeleton h={32} w={260} />
      <Skeleton h={20} w={360} />
      <Skeleton h={240} radius="md" />
      <Skeleton h={240} radius="md" />
    </Stack>
  );
}

/** The note is there, in a chart that is closed: opened here with a reason, it is read here. */
function BehindClosedChart({ patientId, error }: { patientId: string; error: unknown }) {
  const t = useWords(notesWords);
  return (
    <Stack p="md">
      <Stack gap={4}>
        <PageTitle text={t('behind')} />
        <WhoseNote patientId={patientId} />
      </Stack>
      <ChartProblem error={error} />
    </Stack>
  );
}

/** The form stays until its own words are settled, also when the note was signed in another window meanwhile. */
function OpenNote({ note, template }: { note: Note; template: NoteTemplate }) {
  const session = useSession();
  const [editing, setEditing] = useState(() => canNote.edit(session, note));
  const [rest, setRest] = useState<string>();
  const onSigned = useCallback((text?: string) => {
    setRest(text);
    setEditing(false);
  }, []);
  if (editing) return <NoteEditor note={note} template={template} onSigned={onSigned} />;
  return <SignedNote note={note} template={template} addendum={rest} />;
}
