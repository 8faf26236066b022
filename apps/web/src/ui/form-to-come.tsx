import { useEffect } from 'react';
import { typedBy } from './typed-by.js';

/** A form that could not be fetched is not waited for any longer: the letters are the page's shortcuts again. */
const PATIENCE_MS = 15_000;
let stop: (() => void) | undefined;

/**
 * Hears the keyboard from the moment a form is asked for until it has the focus: what is typed meanwhile is its first field's, and
 * nothing of it acts on the page. Escape or a press elsewhere gives it up.
 */
export function awaitForm(): void {
  stop?.();
  let typed = '';
  const timer = setTimeout(() => stop?.(), PATIENCE_MS);
  const hear = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') return stop?.();
    event.preventDefault();
    event.stopPropagation();
    typed = typedBy(typed, event.key);
  };
  const arrive = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement) || !target.closest('[role="dialog"]')) return;
    stop?.();
    // After what takes the focus is done with it: it may choose what stands in the field.
    queueMicrotask(() => write(target, typed));
  };
  const quit = () => stop?.();
  document.addEventListener('keydown', hear, { capture: true });
  document.addEventListener('focusin', arrive);
  document.addEventListener('pointerdown', quit, { capture: true });
  stop = () => {
    stop = undefined;
    clearTimeout(timer);
    document.removeEventListener('keydown', hear, { capture: true });
    document.removeEventListener('focusin', arrive);
    document.removeEventListener('pointerdown', quit, { capture: true });
  };
}

/** As if it had been typed there; a date, a choice or a button takes no letters. */
function write(field: HTMLElement, typed: string): void {
  if (!typed || !(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) || field.selectionStart === null) return;
  field.setRangeText(typed, field.selectionStart, field.selectionEnd ?? field.selectionStart, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, data: typed, inputType: 'insertText' }));
}

/** In the place of a form that is still being fetched, by whatever it was asked for. */
export function FormToCome(): null {
  // One that was awaited since its key goes on, with what was typed since.
  useEffect(() => {
    if (!stop) awaitForm();
  }, []);
  return null;
}
