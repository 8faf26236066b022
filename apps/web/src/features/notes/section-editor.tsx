import type { TemplateSection } from '@keel/contracts';
import { Button, Group, Stack, Title } from '@mantine/core';
import { useWords } from '../../i18n/words.js';
import { useLocalText } from '../../i18n/local-text.js';
import { type Answers, type FieldKey, fieldKey } from './model/answers.js';
import classes from './note.module.css';
import { notesWords } from './notes-words.js';
import { isWide } from '../../ui/questionnaire/answer-parts.js';
import { NoteQuestion } from './note-question.js';

interface Props {
  section: TemplateSection;
  answers: Answers;
  missing: ReadonlySet<FieldKey>;
  refused: readonly FieldKey[];
  onChange: (key: FieldKey, value: Answers[FieldKey]) => void;
  /** Fills this section from the last note; undefined where there is none. */
  onCopy: (() => void) | undefined;
}

export const sectionId = (key: string): string => `section-${key}`;

export function SectionEditor({ section, answers, missing, refused, onChange, onCopy }: Props) {
  const t = useWords(notesWords);
  const local = useLocalText();
  const title = local(section.title);
  return (
    <section className={classes['card']} aria-labelledby={sectionId(section.key)}>
      <Stack gap="md">
        <Group justify="space-between" wrap="nowrap">
          <Title order={2} size="h4" id={sectionId(section.key)} className={classes['sectionTitle']}>
            {title}
          </Title>
          {onCopy && (
            <Button size="compact-sm" variant="subtle" onClick={onCopy} aria-label={t('last.copySectionOf', { section: title })}>
              {t('last.copySection')}
            </Button>
          )}
        </Group>
        <div className={classes['questions']}>
          {section.questions.map((question) => {
            const key = fieldKey(section.key, question.key);
            return (
              <div key={key} data-wide={isWide(question)}>
                <NoteQuestion
                  fieldKey={key}
                  question={question}
                  value={answers[key]}
                  missing={missing.has(key)}
                  refused={refused.includes(key)}
                  onChange={onChange}
                />
              </div>
            );
          })}
        </div>
      </Stack>
    </section>
  );
}
