import { Button, Paper, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useWords } from '../../../i18n/words.js';
import { Order } from './order.js';
import { QuestionCard } from './question-card.js';
import type { DraftAction, DraftSection } from './questionnaire-draft.js';
import classes from './editor.module.css';
import { editorWords } from './editor-words.js';

interface Props {
  section: DraftSection;
  at: number;
  count: number;
  requiredLabel: string;
  act: (action: DraftAction) => void;
}

export function SectionCard({ section, at, count, requiredLabel, act }: Props) {
  const t = useWords(editorWords);
  const { id, title, questions } = section;
  const number = at + 1;
  return (
    <Paper withBorder p="md" component="section" aria-label={t('section', { number })}>
      <Stack gap="sm">
        <div className={classes['line']}>
          <strong>{t('section', { number })}</strong>
          <Order
            what={t('section', { number })}
            at={at}
            count={count}
            onMove={(by) => act({ do: 'moveSection', section: id, by })}
            onRemove={() => act({ do: 'removeSection', section: id })}
            removeLabel={t('removeSection', { number })}
            onlyReason={t('lastSection')}
          />
        </div>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
          {(['en', 'fr'] as const).map((language) => (
            <TextInput
              key={language}
              label={t(language === 'en' ? 'titleEn' : 'titleFr')}
              lang={language}
              maxLength={500}
              value={title[language] ?? ''}
              onChange={(event) => act({ do: 'changeSection', section: id, title: { ...title, [language]: event.currentTarget.value } })}
            />
          ))}
        </SimpleGrid>
        <div>
          {questions.map((question, index) => (
            <QuestionCard key={question.id} section={id} {...{ question, requiredLabel, act }} at={index} count={questions.length} />
          ))}
        </div>
        <Button variant="subtle" style={{ alignSelf: 'flex-start' }} onClick={() => act({ do: 'addQuestion', section: id })}>
          {t('addQuestion')}
        </Button>
      </Stack>
    </Paper>
  );
}
