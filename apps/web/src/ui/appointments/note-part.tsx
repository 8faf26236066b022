import { Button, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { useFormat } from '../format.js';
import { ProblemNotice } from '../problem-notice.js';
import { noteOfAppointment } from '../../data/can-note.js';
import { notesOfAppointmentQuery } from '../../data/notes.js';
import type { Appointment } from '../../data/appointments.js';
import { useCan } from '../../session/use-session.js';
import { Part, Row } from './part.js';
import { hasCome, isAhead } from '../../data/appointment-steps.js';
import { appointmentPanelWords } from './appointment-panel-words.js';

interface Props {
  appointment: Appointment;
  /** The person would write this appointment's note. */
  writes: boolean;
  primary: boolean;
}

/** Whether the appointment is written up, and the way to its note; never a word of the note itself. */
export function NotePart(props: Props) {
  const t = useWords(appointmentPanelWords);
  const can = useCan();
  return <Part title={t('note.title')}>{can('chart:read') ? <NoteRow {...props} /> : <StateOnly appointment={props.appointment} />}</Part>;
}

/** For those who may not open notes: whether there is one, and why they cannot open it. */
function StateOnly({ appointment }: { appointment: Appointment }) {
  const t = useWords(appointmentPanelWords);
  const state = appointment.documented ? t('note.written') : appointment.noteStatus === 'draft' ? t('note.draft') : t('note.none');
  return (
    <Row>
      <Text>
        {state}
        <Text component="span" c="dimmed">{` · ${t('note.mayNot')}`}</Text>
      </Text>
    </Row>
  );
}

function NoteRow({ appointment, writes, primary }: Props) {
  const t = useWords(appointmentPanelWords);
  const format = useFormat();
  const notes = useQuery(notesOfAppointmentQuery(appointment.id));
  if (notes.error && !notes.data) return <ProblemNotice error={notes.error} onRetry={() => void notes.refetch()} />;
  if (!notes.data) return <Skeleton height={32} />;
  const note = noteOfAppointment(notes.data);
  // Counselling notes are not listed to those who may not open them.
  if (!note && appointment.noteStatus && appointment.noteStatus !== 'entered_in_error') return <Text>{t('note.own')}</Text>;
  if (!note) return <NoNote appointment={appointment} writes={writes} primary={primary} />;
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

function NoNote({ appointment, writes, primary }: Props) {
  const t = useWords(appointmentPanelWords);
  const why = !writes ? t('note.notYours') : isAhead(appointment) ? t('note.notHere') : hasCome(appointment) ? undefined : t('note.gone');
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
        <NoteButton to={paths.appointmentNote(appointment.id)} primary={primary}>
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
