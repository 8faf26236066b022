import { useSyncExternalStore } from 'react';

export type Colours = 'light' | 'dark';

/** Where the staff's pages keep it too: what was chosen on this device holds on every page. */
const CHOSEN = 'mantine-color-scheme-value';
const listeners = new Set<() => void>();
/** What is chosen where nothing can be kept: it holds as long as the page. */
let chosenHere: Colours | undefined;

/** The device's colours, until somebody chooses others; from now on the page follows both. */
export function startColours(): void {
  device().addEventListener('change', show);
  addEventListener('storage', show);
  show();
}

export function chooseColours(colours: Colours): void {
  chosenHere = colours;
  try {
    localStorage.setItem(CHOSEN, colours);
  } catch {
    // Storage is closed to us in some private windows.
  }
  show();
}

export function useColours(): Colours {
  return useSyncExternalStore(listen, coloursNow);
}

const device = () => matchMedia('(prefers-color-scheme: dark)');

function coloursNow(): Colours {
  return chosen() ?? (device().matches ? 'dark' : 'light');
}

function chosen(): Colours | undefined {
  try {
    const kept = localStorage.getItem(CHOSEN);
    if (kept === 'light' || kept === 'dark') return kept;
  } catch {
    // As below.
  }
  return chosenHere;
}

/** By the name that the style sheets of the staff's pages go by, some of which are used here. */
function show(): void {
  document.documentElement.dataset['mantineColorScheme'] = coloursNow();
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
