import type { SearchHit, SearchResult } from '../../data/search.js';

/** The groups of the palette, in order. */
export const GROUPS = ['recent', 'patient', 'appointment', 'invoice', 'action'] as const;
export type Group = (typeof GROUPS)[number];

export interface Entry {
  /** Unique in the palette. */
  id: string;
  group: Group;
  label: string;
  /** What tells it from its neighbours. */
  aside: string;
  run: () => void;
  /** It changes what stands here, and leads nowhere else. */
  stays?: true;
}

/** Whom somebody opened last is whom they mean: their hits come first, the rest in the order of the search. */
export function recentFirst(hits: readonly SearchHit[], recent: readonly string[]): SearchHit[] {
  const rank = ({ patientId }: SearchHit) => {
    const at = recent.indexOf(patientId);
    return at < 0 ? recent.length : at;
  };
  return hits.toSorted((one, other) => rank(one) - rank(other));
}

/** Entries by group, as they stand under each other; a group without any is not there. */
export function inGroups(entries: readonly Entry[]): { group: Group; entries: Entry[] }[] {
  return GROUPS.map((group) => ({ group, entries: entries.filter((entry) => entry.group === group) })).filter(
    (part) => part.entries.length > 0,
  );
}

/** Of each kind of hit, how many more there are than the ones shown: "42+" where they were not counted to their end. */
export function restOf({ data, totals }: Pick<SearchResult, 'data' | 'totals'>): Partial<Record<SearchHit['kind'], string>> {
  const kinds = ['patient', 'appointment', 'invoice'] as const;
  const rests = kinds.map((kind) => {
    const total = String(totals[kind]);
    const rest = Number.parseInt(total, 10) - data.filter((hit) => hit.kind === kind).length;
    return [kind, rest > 0 || total.endsWith('+') ? `${Math.max(rest, 1)}${total.endsWith('+') ? '+' : ''}` : undefined] as const;
  });
  return Object.fromEntries(rests.filter(([, rest]) => rest !== undefined));
}

/** The entry after or before, around the ends; the first or last where none is chosen. */
export function step(ids: readonly string[], chosen: string | undefined, by: 1 | -1): string | undefined {
  const at = chosen === undefined ? -1 : ids.indexOf(chosen);
  if (at < 0) return by === 1 ? ids[0] : ids.at(-1);
  return ids[(at + by + ids.length) % ids.length];
}

/** N. P. for "Nora (Nono) Paquet"; as names look while they are hidden. */
export function initials(name: string): string {
  const words = name
    .replace(/\([^)]*\)/g, ' ')
    .trim()
    .split(/\s+/);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends.map((word) => `${([...(word ?? '')][0] ?? '').toUpperCase()}.`).join(' ');
}
