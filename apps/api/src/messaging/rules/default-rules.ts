import type { Channel } from '@keel/contracts';

/** What the clinic's rules look like to the rest of the module, edited or not. */
export interface Rule {
  id: string;
  channel: Channel;
  minutesBefore: number;
  active: boolean;
  version: number;
}

/**
 * What every clinic starts with. Nothing is written at sign-up: these are listed with the clinic's own rows, and the first
 * edit of one writes a row under its id, which is why the ids are constants. An SMS 24 hours ahead would be too late for a
 * clinic that asks 24 hours' notice.
 */
export const DEFAULT_RULES: readonly Rule[] = [
  { id: '01900000-0000-7000-8000-000000000001', channel: 'email', minutesBefore: 72 * 60, active: true, version: 1 },
  { id: '01900000-0000-7000-8000-000000000002', channel: 'sms', minutesBefore: 48 * 60, active: true, version: 1 },
];

export interface RuleRow extends Rule {
  removed: boolean;
}

/** The default rules with the clinic's rows over them, and its own after them; the earliest reminder first. */
export function mergeRules(rows: readonly RuleRow[]): Rule[] {
  const edited = new Set(rows.map((row) => row.id));
  const all = [...DEFAULT_RULES.filter((rule) => !edited.has(rule.id)), ...rows.filter((row) => !row.removed)];
  return all
    .map(({ id, channel, minutesBefore, active, version }) => ({ id, channel, minutesBefore, active, version }))
    .sort((a, b) => b.minutesBefore - a.minutesBefore || a.id.localeCompare(b.id));
}

/** When a rule's reminder is due, or undefined where that is already past at `at`: such a rule is skipped. */
export function dueAt(rule: Pick<Rule, 'minutesBefore'>, start: Date, at: Date): Date | undefined {
  const due = new Date(start.getTime() - rule.minutesBefore * 60_000);
  return due < at ? undefined : due;
}
