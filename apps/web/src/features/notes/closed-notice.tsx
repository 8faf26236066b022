import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useWords } from '../../i18n/words.js';
import { useAnswerText } from '../../ui/questionnaire/answer-text.js';
import { useLocalText } from '../../i18n/local-text.js';
import { changedKeys, type PlacedQuestion } from './model/answers.js';
import type { DraftState } from './model/draft-saver.js';
import { notesWords } from './notes-words.js';

interface Props {
  draft: DraftState;
  questions: readonly PlacedQuestion[];
  /** On to the signed note, with what is to be added to it. */
  onLeave: (rest?: string) => void;
}

/** The note was signed in another window while this one was typed in: what is not in it is shown, and can be added to it. */
export function ClosedNotice({ draft, questions, onLeave }: Props) {
  const t = useWords(notesWords);
  const local = useLocalText();
  const textOf = useAnswerText();
  const left = changedKeys(draft.stored, draft.answers).flatMap((key) => {
    const question = questions.find((one) => one.key === key)?.question;
    return question ? [{ key, label: local(question.label), text: textOf(question, draft.answers[key]) }] : [];
  });
  const rest = left.map(({ label, text }) => t('closed.answer', { label, text })).join('\n');
  return (
    <Alert color="orange" variant="light" icon={<IconLock aria-hidden />}>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t('closed.title')}
        </Title>
        <Text role="alert">{t('closed.lead')}</Text>
        {left.map(({ key, label, text }) => (
          <Text key={key} style={{ whiteSpace: 'pre-wrap' }}>
            <b>{label}</b> — {text}
          </Text>
        ))}
        <Group gap="xs">
          <Button onClick={() => onLeave(rest)}>{t('closed.amend')}</Button>
          <Button variant="default" onClick={() => onLeave()}>
            {t('closed.leave')}
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
