import { Anchor, Badge, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { useFormat } from '../../ui/format.js';
import { PageTitle } from '../../ui/title.js';
import { patientQuery } from '../../data/patients.js';
import { useLocalText } from '../../i18n/local-text.js';
import classes from './note.module.css';
import type { Note } from '../../data/notes.js';
import { notesWords } from './notes-words.js';

const COLOURS: Readonly<Record<Note['status'], string>> = { draft: 'orange', signed: 'keel', amended: 'keel', entered_in_error: 'red' };
/** Mantine's own words on these light grounds fail AA. */
const WORDS: Partial<Record<Note['status'], string>> = {
  draft: 'light-dark(#7a3300, #ffd8a8)',
  entered_in_error: 'light-dark(#8b1a1a, #ffc9c9)',
};

/** Whose note it is, of which appointment and by whom. The tab's title names no patient: it is kept in the browser's history. */
export function NoteHeader({ note }: { note: Note }) {
  const t = useWords(notesWords);
  const format = useFormat();
  const local = useLocalText();
  return (
    <Stack gap={4}>
      <Group gap="sm" align="center">
        <PageTitle text={t('title', { template: local(note.title) })} />
        <Badge color={COLOURS[note.status]} c={WORDS[note.status]} variant="light" tt="none" miw="max-content">
          {t(`status.${note.status}`)}
        </Badge>
        {note.confidential && (
          <Badge color="gray" c="inherit" variant="light" tt="none" miw="max-content">
            {note.shared ? t('shared') : t('confidential')}
          </Badge>
        )}
      </Group>
      <WhoseNote patientId={note.patientId} />
      <Text c="dimmed">
        {note.appointmentId ? (
          <Link to="." search={(now) => ({ ...now, appointment: note.appointmentId ?? undefined })} className={classes['link']}>
            {t('appointmentOn', { when: format.dayTime(note.notedAt) })}
          </Link>
        ) : (
          t('noAppointment', { when: format.dayTime(note.notedAt) })
        )}{' '}
        · {note.practitionerName}
      </Text>
    </Stack>
  );
}

/** The person, and the way to their page. */
export function WhoseNote({ patientId }: { patientId: string }) {
  const t = useWords(notesWords);
  const format = useFormat();
  const patient = useQuery(patientQuery(patientId)).data;
  return (
    <Text>
      {patient ? (
        <>
          <Anchor component={Link} to={paths.patient(patient.id)} fw={600} underline="always">
            <bdi>{format.name(patient)}</bdi>
          </Anchor>{' '}
          · {t('born', { date: format.civil(patient.dateOfBirth) })}
        </>
      ) : (
        '…'
      )}
    </Text>
  );
}
