import { Alert, Button, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../../i18n/words.js';
import { AnswerView } from '../../ui/questionnaire/answer-view.js';
import classes from './conflict-panel.module.css';
import { useLocalText } from '../../i18n/local-text.js';
import type { Answers, FieldKey, PlacedQuestion } from './model/answers.js';
import { canKeepBoth, type Conflict, type Side } from './model/conflict.js';
import { notesWords } from './notes-words.js';

interface Props {
  conflicts: readonly Conflict[];
  /** As they are on the screen: one may go on typing while both sides are shown. */
  answers: Answers;
  questions: readonly PlacedQuestion[];
  onSettle: (sides: Partial<Record<FieldKey, Side>>) => void;
}

type Sides = Partial<Record<FieldKey, Side>>;

/** Both sides of every answer that two people changed; nothing is saved over the other until the person has chosen. */
export function ConflictPanel({ conflicts, answers, questions, onSettle }: Props) {
  const t = useWords(notesWords);
  const [sides, setSides] = useState<Sides>({});
  const all = (side: Side): Sides => Object.fromEntries(conflicts.map(({ key }) => [key, side]));
  const open = conflicts.filter(({ key }) => !sides[key]).length;
  return (
    <Alert
      color="orange"
      variant="light"
      icon={<IconArrowsSplit2 aria-hidden />}
      role="region"
      aria-label={t('conflict.title')}
      className={classes['panel']}
    >
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t('conflict.title')}
        </Title>
        <Text role="alert">{t('conflict.lead', { count: conflicts.length })}</Text>
        {conflicts.map((conflict) => {
          const placed = questions.find(({ key }) => key === conflict.key);
          return (
            placed && (
              <ConflictRow
                key={conflict.key}
                {...{ placed, conflict }}
                mine={answers[conflict.key]}
                side={sides[conflict.key]}
                onChoose={(side) => setSides({ ...sides, [conflict.key]: side })}
              />
            )
          );
        })}
        <Group gap="xs">
          <Button
            onClick={() => onSettle(sides)}
            disabled={open > 0}
            title={open > 0 ? t('conflict.chooseFirst', { count: open }) : undefined}
          >
            {t('conflict.settle')}
          </Button>
          <Button variant="default" onClick={() => onSettle(all('mine'))}>
            {t('conflict.allMine')}
          </Button>
          <Button variant="default" onClick={() => onSettle(all('theirs'))}>
            {t('conflict.allTheirs')}
          </Button>
        </Group>
        {open > 0 && <Text size="sm">{t('conflict.chooseFirst', { count: open })}</Text>}
      </Stack>
    </Alert>
  );
}

interface RowProps {
  placed: PlacedQuestion;
  conflict: Conflict;
  mine: Conflict['mine'];
  side: Side | undefined;
  onChoose: (side: Side) => void;
}

function ConflictRow({ placed: { question }, conflict, mine, side, onChoose }: RowProps) {
  const t = useWords(notesWords);
  const local = useLocalText();
  const label = local(question.label);
  const offered: Side[] = canKeepBoth(conflict) ? ['mine', 'theirs', 'both'] : ['mine', 'theirs'];
  return (
    <section className={classes['row']} aria-label={label}>
      <Text fw={600}>{label}</Text>
      <div className={classes['sides']}>
        <div className={classes['side']} data-chosen={side === 'mine' || side === 'both' || undefined}>
          <Text size="xs" fw={600}>
            {t('conflict.mine')}
          </Text>
          <AnswerView question={question} value={mine} />
        </div>
        <div className={classes['side']} data-chosen={side === 'theirs' || side === 'both' || undefined}>
          <Text size="xs" fw={600}>
            {t('conflict.theirs')}
          </Text>
          <AnswerView question={question} value={conflict.theirs} />
        </div>
      </div>
      <SegmentedControl
        aria-label={t('conflict.keepOf', { label })}
        value={side ?? ''}
        onChange={(chosen) => onChoose(chosen as Side)}
        data={offered.map((value) => ({ value, label: t(`conflict.keep.${value}`) }))}
      />
    </section>
  );
}
