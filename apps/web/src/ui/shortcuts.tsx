import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react';
import { awaitForm } from './form-to-come.js';

export interface Shortcut {
  /** By `event.key`, so that it is the same letter on every keyboard: `n`, `?`, `Ctrl+k`, `Shift+P`. */
  keys: string;
  /** What it does, in the reader's language. */
  label: string;
  run: () => void;
  /** It opens a form or a question, whose the letters are from here on. */
  opens?: boolean | undefined;
}

interface Registry {
  add: (shortcut: Shortcut) => () => void;
  list: () => readonly Shortcut[];
}

const RegistryContext = createContext<Registry | undefined>(undefined);

/** Hears the keyboard for all of the staff's screens; what is on the screen adds its own shortcuts while it is there. */
export function ShortcutProvider({ children }: { children: ReactNode }) {
  const shortcuts = useRef(new Set<Shortcut>());
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      // The one that came last to the screen is the one in front.
      const match = [...shortcuts.current].reverse().find(({ keys }) => matches(keys, event));
      if (!match) return;
      event.preventDefault();
      if (match.opens) awaitForm();
      match.run();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);
  const registry = useMemo<Registry>(
    () => ({
      add: (shortcut) => {
        shortcuts.current.add(shortcut);
        return () => shortcuts.current.delete(shortcut);
      },
      list: () => [...shortcuts.current],
    }),
    [],
  );
  return <RegistryContext.Provider value={registry}>{children}</RegistryContext.Provider>;
}

/** A shortcut for as long as the component is on the screen, listed under `?`. Undefined keys: none. */
export function useShortcut(keys: string | undefined, label: string, run: () => void, { opens }: Pick<Shortcut, 'opens'> = {}): void {
  const registry = useContext(RegistryContext);
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => (keys ? registry?.add({ keys, label, opens, run: () => latest.current() }) : undefined), [registry, keys, label, opens]);
}

/** What can be done by the keyboard now. */
export function useShortcutList(): () => readonly Shortcut[] {
  const registry = useContext(RegistryContext);
  return () => registry?.list() ?? [];
}

/**
 * Whether a key press means these keys. Plain letters count outside of fields only, and never while a dialog is in front;
 * Ctrl stands for Command on a Mac.
 */
export function matches(
  keys: string,
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'target'>,
): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) || '+';
  if (event.key.toLowerCase() !== key.toLowerCase() || event.altKey) return false;
  const control = event.ctrlKey || event.metaKey;
  if (control !== parts.includes('Ctrl')) return false;
  // In a field Ctrl Z takes back letters, and with Shift it does them again.
  if (control && key.toLowerCase() !== 'z') return true;
  if (control && event.shiftKey) return false;
  // In front of the page there may be a form whose focus is lost, or not there yet.
  if (isTyping(event.target) || isCovered()) return false;
  // `?` needs Shift on many keyboards and none on others: only letters mind it.
  return !/^\p{L}$/u.test(key) || event.shiftKey === parts.includes('Shift');
}

const isCovered = () => typeof document !== 'undefined' && document.querySelector('[role="dialog"][aria-modal="true"]') !== null;

function isTyping(target: EventTarget | null): boolean {
  if (typeof Element === 'undefined' || !(target instanceof Element)) return false;
  return target.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="menu"], [role="listbox"]') !== null;
}
