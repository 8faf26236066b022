import { Button, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { useFormat } from '../../ui/format.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { noteOfVisit } from '../notes/can-note.js';
import { notesOfVisitQuery } from '../notes/notes.queries.js';
import { useCan } from '../session/use-session.js';
import { Part, Row } from './part.js';
import { hasCome, isAhead } from './steps.js';
import type { Visit } from './visit.queries.js';
import { visitPanelWords } from './visit-panel-words.js';

interface Props {
  visit: Visit;
  /** The person would write this visit's note. */
  writes: boolean;
  primary: boolean;
}

/** Whether the visit is written up, and the way to its note; never a word of the note itself. */
export function NotePart(props: Props) {
  const t = useWords(visitPanelWords);
  const can = useCan();
  return <Part title={t('note.title')}>{can('chart:read') ? <NoteRow {...props} /> : <StateOnly visit={props.visit} />}</Part>;
}

/** For those who may not open notes: whether there is one, and why they cannot open it. */
function StateOnly({ visit }: { visit: Visit }) {
  const t = useWords(visitPanelWords);
  const state = visit.documented ? t('note.written') : visit.noteStatus === 'draft' ? t('note.draft') : t('note.none');
  return (
    <Row>
      <Text>
        {state}
        <Text component="span" c="dimmed">{` · ${t('note.mayNot')}`}</Text>
      </Text>
    </Row>
  );
}

function NoteRow({ visit, writes, primary }: Props) {
  const t = useWords(visitPanelWords);
  const format = useFormat();
  const notes = useQuery(notesOfVisitQuery(visit.id));
  if (notes.error && !notes.data) return <ProblemNotice error={notes.error} onRetry={() => void notes.refetch()} />;
  if (!notes.data) return <Skeleton height={32} />;
  const note = noteOfVisit(notes.data);
  // Counselling notes are not listed to those who may not open them.
  if (!note && visit.noteStatus && visit.noteStatus !== 'entered_in_error') return <Text>{t('note.own')}</Text>;
  if (!note) return <NoNote visit={visit} writes={writes} primary={primary} />;
  if (note.status === 'draft') {
    return (
      <Row>
        <Text>{writes ? t('note.draft') : t('note.draftOf', { name: note.practitionerName })}</Text>
        <NoteButton to={paths.note(note.id)} primary={primary}>
          {t(writes ? 'note.continue' : 'note.open')}
        </NoteButton>
      </Row>
    );
  }
  return (
    <Row>
      <Text>
        {t(note.status === 'amended' ? 'note.amended' : 'note.signed', { date: note.signedAt ? format.date(note.signedAt) : '' })}
      </Text>
      <NoteButton to={paths.note(note.id)} primary={false}>
        {t('note.open')}
      </NoteButton>
    </Row>
  );
}

function NoNote({ visit, writes, primary }: Props) {
  const t = useWords(visitPanelWords);
  const why = !writes ? t('note.notYours') : isAhead(visit) ? t('note.notHere') : hasCome(visit) ? undefined : t('note.gone');
  return (
    <Row>
      <Text>
        {t('note.none')}
        {why && (
          <Text size="xs" c="dimmed" span display="block">
            {why}
          </Text>
        )}
      </Text>
      {why ? (
        <Button variant="default" disabled>
          {t('note.start')}
        </Button>
      ) : (
        <NoteButton to={paths.visitNote(visit.id)} primary={primary}>
          {t('note.start')}
        </NoteButton>
      )}
    </Row>
  );
}

function NoteButton({ to, primary, children }: { to: string; primary: boolean; children: ReactNode }) {
  return (
    <Button component={Link} to={to} variant={primary ? 'filled' : 'default'}>
      {children}
    </Button>
  );
}
