import type { TextsOf } from '../../../i18n/words.js';
import type { ChartEntry, EntryKind } from '../../../data/chart.js';
import { chartWords } from './chart-words.js';

export type EntryField = keyof TextsOf<typeof chartWords>['field'];
export type ChoiceValue = keyof TextsOf<typeof chartWords>['value'];

export interface FieldShape {
  name: EntryField;
  as: 'line' | 'lines' | 'day' | 'choice' | 'list';
  /** Of a choice; one that is `optional` may also be not stated. */
  options?: readonly ChoiceValue[];
  optional?: true;
  longest?: number;
}

const DESCRIPTION: FieldShape = { name: 'description', as: 'line', longest: 500 };
const COMMENT: FieldShape = { name: 'comment', as: 'lines', longest: 2000 };

/** What is asked of each kind; the API's own fields and values. Entering in error is an act of its own, not a choice. */
export const ENTRY_FIELDS: Readonly<Record<EntryKind, readonly FieldShape[]>> = {
  problems: [
    DESCRIPTION,
    { name: 'bodySite', as: 'line', longest: 200 },
    { name: 'clinicalStatus', as: 'choice', options: ['active', 'recurrence', 'relapse', 'inactive', 'remission', 'resolved'] },
    { name: 'verificationStatus', as: 'choice', options: ['confirmed', 'provisional', 'differential', 'unconfirmed', 'refuted'] },
    { name: 'severity', as: 'choice', optional: true, options: ['mild', 'moderate', 'severe'] },
    { name: 'onsetDate', as: 'day' },
    { name: 'abatementDate', as: 'day' },
    COMMENT,
  ],
  allergies: [
    DESCRIPTION,
    { name: 'reactions', as: 'list', longest: 500 },
    { name: 'criticality', as: 'choice', optional: true, options: ['high', 'low', 'unable_to_assess'] },
    { name: 'category', as: 'choice', optional: true, options: ['medication', 'food', 'environment', 'biologic'] },
    { name: 'clinicalStatus', as: 'choice', options: ['active', 'inactive', 'resolved'] },
    { name: 'verificationStatus', as: 'choice', options: ['confirmed', 'presumed', 'unconfirmed', 'refuted'] },
    { name: 'onsetDate', as: 'day' },
    COMMENT,
  ],
  medications: [
    DESCRIPTION,
    { name: 'dosage', as: 'line', longest: 500 },
    { name: 'reason', as: 'line', longest: 500 },
    { name: 'prescriber', as: 'line', longest: 200 },
    {
      name: 'status',
      as: 'choice',
      options: ['active', 'intended', 'on_hold', 'completed', 'stopped', 'not_taken', 'unknown'],
    },
    { name: 'startDate', as: 'day' },
    { name: 'endDate', as: 'day' },
    COMMENT,
  ],
};

const OPEN: readonly string[] = ['active', 'recurrence', 'relapse', 'intended', 'on_hold', 'unknown'];

/** Whether an entry holds now; the others are of the past, or were never so. */
export function isCurrent(entry: ChartEntry): boolean {
  return (
    OPEN.includes('status' in entry ? entry.status : entry.clinicalStatus) &&
    !('verificationStatus' in entry && entry.verificationStatus === 'refuted')
  );
}

/** What ends an entry, and what takes that back. */
export function endOf(kind: EntryKind, entry: ChartEntry, today: string): { end: EntryBody; back: EntryBody } {
  if ('status' in entry) {
    return { end: { status: 'stopped', endDate: today }, back: { status: entry.status, endDate: entry.endDate } };
  }
  const dated = kind === 'problems' && 'abatementDate' in entry;
  return {
    end: { clinicalStatus: 'resolved', ...(dated && { abatementDate: today }) },
    back: { clinicalStatus: entry.clinicalStatus, ...(dated && { abatementDate: entry.abatementDate }) },
  };
}

/** What says that an entry should never have been here, and what takes that back. */
export function errorOf(entry: ChartEntry): { error: EntryBody; back: EntryBody } {
  return 'status' in entry
    ? { error: { status: 'entered_in_error' }, back: { status: entry.status } }
    : { error: { verificationStatus: 'entered_in_error' }, back: { verificationStatus: entry.verificationStatus } };
}

/** Fields of an entry as they are sent. */
export type EntryBody = Readonly<Partial<Record<EntryField, unknown>>>;
