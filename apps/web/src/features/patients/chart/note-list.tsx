import { Skeleton, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useLanguage } from '../../../i18n/index.js';
import { useWords } from '../../../i18n/words.js';
import { paths } from '../../../paths.js';
import { useFormat } from '../../../ui/format.js';
import { ListEnd } from '../../../ui/list-end.js';
import { type Tone, ToneBadge } from '../../../ui/tone-badge.js';
import { canNote } from '../../../data/can-note.js';
import { type NoteHead, noteHeadsQuery } from '../../../data/notes.js';
import { useSession } from '../../../session/use-session.js';
import classes from './chart.module.css';
import { ChartProblem } from '../../../ui/charts/chart-problem.js';
import { chartWords } from './chart-words.js';

/** Every note on the patient, newest appointment first; each opens on its own page. */
export function NoteList({ patientId }: { patientId: string }) {
  const t = useWords(chartWords);
  const notes = useInfiniteQuery(noteHeadsQuery(patientId));
  const heads = notes.data?.pages.flatMap(({ data }) => data) ?? [];
  return (
    <Stack component="section" gap={6} aria-label={t('notes.title')}>
      <Title order={2} size="h5" lh="30px">
        {t('notes.title')}
      </Title>
      <ChartProblem error={notes.error} onRetry={() => void notes.refetch()} />
      {notes.isPending && <Skeleton h={120} aria-hidden />}
      {notes.data && heads.length === 0 && <Text c="dimmed">{t('notes.none')}</Text>}
      <ul className={classes['entries']}>
        {heads.map((head) => (
          <Head key={head.id} head={head} />
        ))}
      </ul>
      <ListEnd list={notes} />
    </Stack>
  );
}

const TONES: Partial<Record<NoteHead['status'], Tone>> = { draft: 'amber', entered_in_error: 'red' };

function Head({ head }: { head: NoteHead }) {
  const t = useWords(chartWords);
  const format = useFormat();
  const language = useLanguage();
  const session = useSession();
  const title = head.title[language] ?? head.title.en ?? head.title.fr ?? t('notes.title');
  const what = `${format.date(head.notedAt)} · ${title}`;
  return (
    <li className={classes['entry']}>
      <div>
        {canNote.read(session, head) ? (
          <Link to={paths.note(head.id)} className={classes['note']}>
            {what}
          </Link>
        ) : (
          <Text fw={600}>{what}</Text>
        )}
        <Text size="xs" c="dimmed">
          {t('notes.by', { name: head.practitionerName })}
          {!canNote.read(session, head) && ` · ${t(head.confidential ? 'notes.confidential' : 'notes.colleagues')}`}
        </Text>
      </div>
      <ToneBadge tone={TONES[head.status] ?? 'grey'}>{t(`notes.status.${head.status}`)}</ToneBadge>
    </li>
  );
}
