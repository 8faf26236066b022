import type { Permission } from '../permissions/index.js';

/** What the house knows of an event besides its name and its payload. */
export interface EventDefinition {
  /** Bumped when a payload changes its meaning; adding a field does not. */
  version: number;
  /** Whoever may be told that this happened: those who may read what it happened to. */
  reader: Permission;
  /** True where nobody inside listens: the event is for live screens, webhooks and reports. Boot refuses a silent event without it. */
  external?: true;
  /** True where it is a step of one patient's journey and gets a line there. Its module words it. */
  timeline?: true;
}

declare const PAYLOAD: unique symbol;
/** A definition that knows the type of its event's payload, which exists for the compiler alone. */
export interface DefinedEvent<Payload> extends EventDefinition {
  readonly [PAYLOAD]?: Payload;
}
/** That of an event which belongs on a time line: its payload says whose. */
export interface TimelineEvent<Payload extends { patientId: string | null }> extends DefinedEvent<Payload> {
  timeline: true;
}

export const event = <Payload>(definition: Omit<EventDefinition, 'timeline'>): DefinedEvent<Payload> => definition;

export const timelineEvent = <Payload extends { patientId: string | null }>(
  definition: Omit<EventDefinition, 'timeline' | 'external'>,
): TimelineEvent<Payload> => ({ ...definition, timeline: true });

export type PayloadOf<Defined> = Defined extends DefinedEvent<infer Payload> ? Payload : never;
