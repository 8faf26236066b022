import { isBlank } from '@keel/contracts';
import { Anchor, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconCopy } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../i18n/words.js';
import { paths } from '../../paths.js';
import { useFormat } from '../../ui/format.js';
import { ChartProblem } from '../../ui/charts/chart-problem.js';
import { AnswerView } from '../../ui/questionnaire/answer-view.js';
import { useLocalText } from '../../i18n/local-text.js';
import { type Answers, type FieldKey, questionsOf, toAnswers } from './model/answers.js';
import classes from './note.module.css';
import { type Note, type NoteHead, noteQuery } from '../../data/notes.js';
import { type NoteTemplate, templateVersionQuery } from '../../data/note-templates.js';
import { notesWords } from './notes-words.js';

interface Props {
  head: NoteHead;
  /** Questions of the note being written that could take this answer; the others have no copy button. */
  takes: (key: FieldKey, value: Answers[FieldKey]) => boolean;
  onCopyAll: (last: Answers) => void;
  onCopyOne: (key: FieldKey, last: Answers) => void;
}

/** The note before this one, to read beside it and to copy from. */
export function LastNote({ head, takes, onCopyAll, onCopyOne }: Props) {
  const t = useWords(notesWords);
  const format = useFormat();
  const local = useLocalText();
  // Where it stands above the form it is opened when it is wanted.
  const beside = useMediaQuery('(min-width: 1101px)', true, { getInitialValueInEffect: false });
  const note = useQuery(noteQuery(head.id));
  const template = useQuery(templateVersionQuery(head));
  const error = note.error ?? template.error;
  return (
    <details className={classes['card']} open={beside}>
      <summary className={classes['summary']}>
        <Title order={2} size="h5" display="inline">
          {t('last.title', { date: format.date(head.notedAt) })}
        </Title>
      </summary>
      <Stack gap="xs" mt="xs">
        <Text size="xs" c="dimmed">
          {local(head.title)} · {head.practitionerName} ·{' '}
          <Anchor component={Link} to={paths.note(head.id)} size="xs" underline="always">
            {t('last.open')}
          </Anchor>
        </Text>
        <ChartProblem error={error} onRetry={() => void Promise.all([note.refetch(), template.refetch()])} />
        {!error && !(note.data && template.data) && <Skeleton h={160} radius="md" />}
        {note.data && template.data && (
          <>
            <Button
              variant="light"
              leftSection={<IconCopy size={16} stroke={1.7} aria-hidden />}
              onClick={() => onCopyAll(toAnswers(note.data.sections))}
            >
              {t('last.copyAll')}
            </Button>
            <Text size="xs" c="dimmed">
              {t('last.copyHint')}
            </Text>
            <LastAnswers note={note.data} template={template.data} takes={takes} onCopyOne={onCopyOne} />
          </>
        )}
      </Stack>
    </details>
  );
}

interface AnswersProps extends Pick<Props, 'takes' | 'onCopyOne'> {
  note: Note;
  template: NoteTemplate;
}

function LastAnswers({ note, template, takes, onCopyOne }: AnswersProps) {
  const t = useWords(notesWords);
  const local = useLocalText();
  const answers = toAnswers(note.sections);
  const answered = questionsOf(template.sections).filter(({ key }) => !isBlank(answers[key]));
  return (
    <div className={classes['lastAnswers']}>
      {answered.map(({ key, question }) => {
        const label = local(question.label);
        return (
          <div key={key}>
            <Group justify="space-between" wrap="nowrap" gap="xs" align="flex-start">
              <Text size="xs" c="dimmed">
                {label}
              </Text>
              {takes(key, answers[key]) && (
                <Button
                  flex="none"
                  size="compact-xs"
                  variant="default"
                  onClick={() => onCopyOne(key, answers)}
                  aria-label={t('last.copyOf', { label })}
                >
                  {t('last.copy')}
                </Button>
              )}
            </Group>
            <AnswerView question={question} value={answers[key]} />
          </div>
        );
      })}
      {note.addenda.map((addendum) => (
        <div key={addendum.id}>
          <Text size="xs" c="dimmed">
            {t('signed.addendum')}
          </Text>
          <Text style={{ whiteSpace: 'pre-wrap' }}>{addendum.text}</Text>
        </div>
      ))}
    </div>
  );
}
