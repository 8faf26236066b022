import type { Channel } from '../enums.js';
import { event, timelineEvent } from './definition.js';

export interface MessageRef {
  messageId: string;
  patientId: string | null;
  appointmentId: string | null;
  channel: Channel;
  /** What the message was for, e.g. `reminder`, `staff_invitation`. */
  kind: string;
}

const ofMessage = <Payload extends MessageRef = MessageRef>() => timelineEvent<Payload>({ version: 1, reader: 'message:read' });

export const MESSAGING_EVENTS = {
  /** With the version of the appointment's time that it told of. */
  'message.sent': ofMessage<MessageRef & { timeVersion: number | null }>(),
  'message.delivered': ofMessage(),
  /** One that somebody waits for could not leave yet, and is tried again. */
  'message.delayed': event<MessageRef & { reason: string }>({ version: 1, reader: 'message:read', external: true }),
  'message.failed': ofMessage<MessageRef & { reason: string }>(),
  'message.unknown': ofMessage(),
  /** A patient's text. */
  'message.received': ofMessage(),
};
