import { type Channel, UNDO_WINDOW_MS } from '@keel/contracts';
import { defaultId } from '../default-id.js';

/** What the clinic's rules look like to the rest of the module, edited or not. */
export interface Rule {
  id: string;
  channel: Channel;
  minutesBefore: number;
  active: boolean;
  version: number;
}

export interface RuleRow extends Rule {
  removed: boolean;
}

/**
 * What every clinic starts with. Nothing is written at sign-up: these are listed with the clinic's own rows, and the first
 * edit of one writes a row under its id. An SMS 24 hours ahead would be too late for a clinic that asks 24 hours' notice.
 */
const DEFAULTS: readonly Omit<Rule, 'id'>[] = [
  { channel: 'email', minutesBefore: 72 * 60, active: true, version: 1 },
  { channel: 'sms', minutesBefore: 48 * 60, active: true, version: 1 },
];

export function defaultRules(clinicId: string): Rule[] {
  return DEFAULTS.map((rule) => ({ id: defaultId(clinicId, `reminder-rule/${rule.channel}`), ...rule }));
}

/** The default rules with the clinic's rows over them, and its own after them; the earliest reminder first. */
export function mergeRules(clinicId: string, rows: readonly RuleRow[]): Rule[] {
  const edited = new Set(rows.map((row) => row.id));
  const all = [...defaultRules(clinicId).filter((rule) => !edited.has(rule.id)), ...rows.filter((row) => !row.removed)];
  return all
    .map(({ id, channel, minutesBefore, active, version }) => ({ id, channel, minutesBefore, active, version }))
    .sort((a, b) => b.minutesBefore - a.minutesBefore || a.id.localeCompare(b.id));
}

/** When a rule's reminder of an appointment planned `at` is due, or undefined where that is already past: such a rule is skipped. */
export function dueAt(rule: Pick<Rule, 'minutesBefore'>, start: Date, at: Date): Date | undefined {
  const due = start.getTime() - rule.minutesBefore * 60_000;
  return due < at.getTime() ? undefined : new Date(Math.max(due, at.getTime() + UNDO_WINDOW_MS));
}
