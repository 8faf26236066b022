import { Button, Group, VisuallyHidden } from '@mantine/core';
import { Suspense, useId, useRef, useState } from 'react';
import { useWords } from '../../../i18n/words.js';
import { notesWords } from '../notes-words.js';
import { PhraseMenu } from './phrase-menu.js';
import type { AnswerProps } from '../../../ui/questionnaire/answers/answer-part.js';
import { LongTextField } from '../../../ui/questionnaire/answers/long-text.js';
import { usePhraseMenu } from './use-phrase-menu.js';
import { lazyDrawer } from '../../../ui/lazy-drawer.js';

const PhraseDialog = lazyDrawer(() => import('./phrase-dialog.js').then((module) => ({ default: module.PhraseDialog })));

/** A text of any length; `/` calls a phrase, and what is selected can be kept as one. */
export function PhraseArea({ value: text = '', onChange, ...props }: AnswerProps<'long_text'>) {
  const t = useWords(notesWords);
  const menuId = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const [selected, setSelected] = useState('');
  const menu = usePhraseMenu({ area, text, onChange });
  const { open, matches, active } = menu;
  const look = () => {
    const { value: now = '', selectionStart = 0, selectionEnd = 0 } = area.current ?? {};
    setSelected(now.slice(selectionStart, selectionEnd));
    menu.look();
  };
  return (
    <div style={{ position: 'relative' }}>
      <LongTextField
        {...props}
        value={text}
        onChange={(next) => {
          onChange(next);
          look();
        }}
        area={{
          ref: area,
          onSelect: look,
          onKeyDown: menu.onKeyDown,
          onBlur: menu.close,
          'aria-autocomplete': 'list',
          'aria-controls': open ? menuId : undefined,
          'aria-activedescendant': open && matches.length > 0 ? `${menuId}-${active}` : undefined,
        }}
      />
      {open && <PhraseMenu id={menuId} {...{ matches, active }} onPick={menu.insert} />}
      <VisuallyHidden role="status">{open ? t('phrase.found', { count: matches.length }) : ''}</VisuallyHidden>
      {selected.trim().length > 0 && <KeepSelected text={selected} />}
    </div>
  );
}

function KeepSelected({ text }: { text: string }) {
  const t = useWords(notesWords);
  const [keeping, setKeeping] = useState(false);
  return (
    <Group justify="flex-end" mt={4}>
      <Button size="compact-xs" variant="default" onMouseDown={(event) => event.preventDefault()} onClick={() => setKeeping(true)}>
        {t('phrase.keep')}
      </Button>
      <Suspense fallback={null}>{keeping && <PhraseDialog text={text} onClose={() => setKeeping(false)} />}</Suspense>
    </Group>
  );
}
