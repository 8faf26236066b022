import { Paper, Text } from '@mantine/core';
import type { Phrase } from '../../../data/phrases.js';
import classes from './phrase-menu.module.css';
import { useWords } from '../../../i18n/words.js';
import { notesWords } from '../notes-words.js';

interface Props {
  id: string;
  matches: readonly Phrase[];
  active: number;
  onPick: (phrase: Phrase) => void;
}

/** What `/` may call; the keys are taken by the text field, which keeps the focus. */
export function PhraseMenu({ id, matches, active, onPick }: Props) {
  const t = useWords(notesWords);
  return (
    <Paper className={classes['menu']} withBorder shadow="md">
      <div role="listbox" id={id} aria-label={t('phrase.title')}>
        {matches.map((phrase, at) => (
          <div
            key={phrase.id}
            id={`${id}-${at}`}
            role="option"
            aria-selected={at === active}
            tabIndex={-1}
            className={classes['option']}
            ref={at === active ? (option) => option?.scrollIntoView({ block: 'nearest' }) : undefined}
            // The field must not lose the focus to a click.
            onMouseDown={(event) => {
              event.preventDefault();
              onPick(phrase);
            }}
          >
            <Text span size="sm" fw={600}>
              /{phrase.trigger}
              {phrase.shared && ` · ${t('phrase.ofClinic')}`}
            </Text>
            <Text span size="xs" c="dimmed" lineClamp={2} display="block">
              {phrase.text}
            </Text>
          </div>
        ))}
      </div>
      {matches.length === 0 && (
        <Text size="sm" c="dimmed" p="xs">
          {t('phrase.none')}
        </Text>
      )}
      <Text size="xs" c="dimmed" px="xs" pb={6}>
        {t('phrase.keys')}
      </Text>
    </Paper>
  );
}
