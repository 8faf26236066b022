import type { SealedPlace } from '../../platform/index.js';
import type { Message } from './message.entity.js';

/** Where the text and the address of a message are sealed: by its patient's key, and by the clinic's where it is of no one patient. */
export const contentOf = ({ id, patientId }: Pick<Message, 'id' | 'patientId'>): SealedPlace => ({
  table: 'message',
  column: 'content',
  id,
  patientId,
});
