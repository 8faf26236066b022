import type { EventType } from './events.js';
import type { Permission } from './permissions.js';

type EventNoun = EventType extends `${infer Noun}.${string}` ? Noun : never;

const READERS: Readonly<Record<EventNoun, Permission>> = {
  clinic: 'clinic:read',
  address: 'staff:manage',
  staff: 'staff:read',
  password: 'staff:manage',
  account: 'staff:manage',
  practitioner: 'clinic:read',
  patient: 'patient:read',
  contact_consent: 'patient:read',
  service: 'clinic:read',
  working_hours: 'appointment:read',
  time_off: 'appointment:read',
  appointment: 'appointment:read',
  chart: 'audit:read',
  note: 'chart:read',
  invoice: 'invoice:read',
  payment: 'invoice:read',
  message: 'message:read',
};

/** Whoever may be told that this happened: those who may read what it happened to. */
export function readerOf(type: EventType): Permission {
  return READERS[type.slice(0, type.indexOf('.')) as EventNoun];
}
