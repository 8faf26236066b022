import type { Permission } from './permissions/index.js';

/** What the house knows of a kind of work besides its words. */
interface WorkItemDefinition {
  /** What it is about, by the first word of that record's routes. */
  subject: string;
  /** Whoever may see that it is to be done: those who may read what it is about. */
  reader: Permission;
  /** Whoever may do it, and so may be given it and say by when. */
  doer: Permission;
}

const ofMessage = { subject: 'messages', reader: 'message:read', doer: 'message:send' } as const;

/** What a person must decide. The module that owns the subject opens and closes its items, and words the kind in both languages. */
const DEFINED = {
  message_failed: ofMessage,
  /** It may have left or not. */
  message_unknown: ofMessage,
  /** A patient wrote, and a person has to read it. */
  message_received: ofMessage,
  /** Our own bounds hold it, or held it, until it is too late. */
  message_held: ofMessage,
  /** One that somebody of the staff waits for could not leave yet. */
  message_delayed: ofMessage,
  chart_access_review: { subject: 'chart-access', reader: 'audit:read', doer: 'audit:read' },
  dead_letter: { subject: 'dead-letters', reader: 'dead-letter:manage', doer: 'dead-letter:manage' },
} as const satisfies Record<string, WorkItemDefinition>;

export type WorkItemKind = keyof typeof DEFINED;
export const WORK_ITEMS: Readonly<Record<WorkItemKind, WorkItemDefinition>> = DEFINED;
export const WORK_ITEM_KINDS = Object.keys(DEFINED) as WorkItemKind[];
/** Whoever has one of these sees some kind of work. */
export const WORK_ITEM_READERS: readonly Permission[] = [...new Set(WORK_ITEM_KINDS.map((kind) => WORK_ITEMS[kind].reader))];
/** Whoever has one of these does some kind of work. */
export const WORK_ITEM_DOERS: readonly Permission[] = [...new Set(WORK_ITEM_KINDS.map((kind) => WORK_ITEMS[kind].doer))];
