import type { ChartEntry, EntryKind } from '../../../data/chart.js';
import { ENTRY_FIELDS, type EntryBody, type EntryField } from './entry-kinds.js';

/** An entry as its form holds it: texts, and lists of texts. */
export type EntryValues = Partial<Record<EntryField, string | string[]>>;

/** What a new entry begins with, as the API would have it. */
const FIRST: EntryValues = { clinicalStatus: 'active', verificationStatus: 'confirmed', status: 'active' };

export function entryValues(kind: EntryKind, entry?: ChartEntry): EntryValues {
  const known: Partial<Record<EntryField, unknown>> = entry ?? FIRST;
  return Object.fromEntries(
    ENTRY_FIELDS[kind].map(({ name, as }) => {
      if (name === 'reactions') return [name, entry && 'reactions' in entry ? entry.reactions.map((one) => one.manifestation) : []];
      const value = known[name];
      return [name, typeof value === 'string' ? value : as === 'list' ? [] : ''];
    }),
  );
}

/** What is sent: trimmed, null where nothing is stated. How bad a known reaction was stays with it. */
export function entryBody(kind: EntryKind, values: EntryValues, entry?: ChartEntry): EntryBody {
  const reactions = entry && 'reactions' in entry ? entry.reactions : [];
  return Object.fromEntries(
    ENTRY_FIELDS[kind].map(({ name }) => {
      const value = values[name];
      if (!Array.isArray(value)) return [name, (value ?? '').trim() || null];
      const texts = [...new Set(value.map((text) => text.trim()).filter(Boolean))];
      return [name, texts.map((manifestation) => reactions.find((one) => one.manifestation === manifestation) ?? { manifestation })];
    }),
  );
}

/** The fields that say something else than the form began with. */
export function changedFields(kind: EntryKind, before: EntryValues, after: EntryValues): EntryField[] {
  return ENTRY_FIELDS[kind].map(({ name }) => name).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}

/** Why an entry cannot be saved, by field: a name of the words. */
export function entryFaults(values: EntryValues): Partial<Record<EntryField, 'descriptionFault' | 'orderFault'>> {
  const text = (name: EntryField) => String(values[name] ?? '');
  const ends = (from: EntryField, to: EntryField) => Boolean(text(from) && text(to) && text(to) < text(from));
  return {
    ...(!text('description').trim() && { description: 'descriptionFault' }),
    ...(ends('onsetDate', 'abatementDate') && { abatementDate: 'orderFault' }),
    ...(ends('startDate', 'endDate') && { endDate: 'orderFault' }),
  };
}
