import { type KeyboardEvent, type RefObject, useState } from 'react';
import { flushSync } from 'react-dom';
import { matchingPhrases, type Slash, slashAt, withPhrase } from '../model/phrase-match.js';
import { type Phrase, usePhrases } from '../../../data/phrases.js';

interface Options {
  area: RefObject<HTMLTextAreaElement | null>;
  text: string;
  onChange: (text: string) => void;
}

/** The menu that `/` opens in a text field: what fits, which one is meant, and putting it in. */
export function usePhraseMenu({ area, text, onChange }: Options) {
  const phrases = usePhrases();
  const [slash, setSlash] = useState<Slash>();
  const [active, setActive] = useState(0);
  const matches = slash ? matchingPhrases(phrases, slash.word) : [];
  const open = slash !== undefined && phrases.length > 0;
  const close = () => setSlash(undefined);

  /** Looks where the caret stands now. */
  const look = () => {
    const { value = '', selectionStart = 0, selectionEnd = 0 } = area.current ?? {};
    const next = selectionStart === selectionEnd ? slashAt(value, selectionStart) : undefined;
    if (next?.start !== slash?.start || next?.word !== slash?.word) setActive(0);
    setSlash(next);
  };
  const insert = (phrase: Phrase) => {
    if (!slash) return;
    const next = withPhrase(text, slash, phrase);
    // The caret can be set when the text is there.
    flushSync(() => {
      onChange(next.text);
      close();
    });
    area.current?.focus();
    area.current?.setSelectionRange(next.caret, next.caret);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!open) return;
    const chosen = matches[active];
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setActive((active + step + matches.length) % Math.max(1, matches.length));
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen) insert(chosen);
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { open, matches, active, look, insert, close, onKeyDown };
}
