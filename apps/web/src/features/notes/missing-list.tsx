import { Alert, Anchor, List, Text } from '@mantine/core';
import { type MouseEvent, useEffect, useRef } from 'react';
import { useWords } from '../../i18n/words.js';
import { AlertIcon } from '../../ui/icons.js';
import { useLocalText } from '../../i18n/local-text.js';
import type { FieldKey, PlacedQuestion } from './model/answers.js';
import { notesWords } from './notes-words.js';
import { fieldId } from './note-question.js';

/** What the note cannot be signed without, each with the way to it. */
export function MissingList({ missing }: { missing: readonly PlacedQuestion[] }) {
  const t = useWords(notesWords);
  const local = useLocalText();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  if (missing.length === 0) return null;
  return (
    <Alert color="orange" variant="light" icon={<AlertIcon />} ref={box} tabIndex={-1}>
      <Text fw={600} role="alert">
        {t('sign.missing', { count: missing.length })}
      </Text>
      <List size="sm">
        {missing.map(({ key, section, question }) => (
          <List.Item key={key}>
            <Anchor href={`#${fieldId(key)}`} onClick={(event) => goTo(event, key)}>
              {local(section.title)} — {local(question.label)}
            </Anchor>
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}

/** To the question, ready to be answered. */
function goTo(event: MouseEvent, key: FieldKey): void {
  event.preventDefault();
  const field = document.getElementById(fieldId(key));
  field?.scrollIntoView({ block: 'center' });
  field?.querySelector<HTMLElement>('input, textarea, select, [tabindex="0"]')?.focus({ preventScroll: true });
}
