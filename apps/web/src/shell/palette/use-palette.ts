import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useRecentPatients } from '../../data/recent-patients.js';
import { type Entry, inGroups, recentFirst, step } from './entries.js';
import { type SearchResult, searchQuery } from '../../data/search.js';
import { useActions } from './use-actions.js';
import { useHits } from './use-hits.js';

/** Long enough to finish a syllable, too short to be waited for. */
const PAUSE_MS = 150;
const RECENT = 5;

export interface PaletteProps {
  /** What is looked for: it may have been typed before this was here. */
  typed: string;
  onTyped: (typed: string) => void;
  onClose: () => void;
  onShortcuts: () => void;
}

/** What is typed, what stands below it, and which line is chosen. */
export function usePalette({ typed, onTyped, onClose, onShortcuts }: PaletteProps) {
  const [chosen, setChosen] = useState<string>();
  const [wanted, setWanted] = useState(false);
  const [moreOf, setMoreOf] = useState<string>();
  const q = typed.trim();
  const [asked] = useDebouncedValue(q, PAUSE_MS);
  const search = useQuery({ ...searchQuery(asked, moreOf === asked), placeholderData: keepPreviousData });
  // False while what is shown answers an earlier question.
  const settled = q === asked && !search.isPlaceholderData && (q === '' || !search.isFetching);
  const entries = useEntries(q, q ? search.data : undefined, { onShortcuts, onMore: moreOf === q ? undefined : () => setMoreOf(q) });
  const groups = inGroups(entries);
  const lines = groups.flatMap((group) => group.entries);
  const ids = lines.map(({ id }) => id);
  const active = lines.find(({ id }) => id === chosen) ?? lines[0];
  const open = (entry: Entry | undefined) => {
    if (!entry) return;
    if (!entry.stays) onClose();
    entry.run();
  };
  const openBest = useRef(() => open(active));
  useEffect(() => {
    openBest.current = () => open(active);
  });
  useEffect(() => {
    // Enter was pressed before the answer had come: it means the best of what came.
    if (!wanted || !settled) return;
    setWanted(false);
    openBest.current();
  }, [wanted, settled]);
  return {
    typed,
    groups,
    active,
    error: q ? search.error : null,
    retry: () => void search.refetch(),
    settled,
    type: (text: string) => {
      onTyped(text);
      setChosen(undefined);
    },
    choose: setChosen,
    move: (by: 1 | -1) => setChosen(step(ids, active?.id, by)),
    open,
    enter: () => (settled || chosen ? open(active) : setWanted(true)),
  };
}

interface Deeds {
  onShortcuts: () => void;
  /** Undefined once more was asked for. */
  onMore: (() => void) | undefined;
}

function useEntries(q: string, found: SearchResult | undefined, { onShortcuts, onMore }: Deeds): Entry[] {
  const recent = useRecentPatients();
  const actions = useActions(onShortcuts);
  const hits = useHits();
  if (!q) return [...recent.slice(0, RECENT).map(hits.ofRecent), ...actions('')];
  const ordered = recentFirst(
    found?.data ?? [],
    recent.map(({ id }) => id),
  );
  return [...ordered.map(hits.ofHit), ...(found ? hits.ofRest(q, found, onMore) : []), ...actions(q)];
}
