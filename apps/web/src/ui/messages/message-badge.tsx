import { useWords } from '../../i18n/words.js';
import { type Tone, ToneBadge } from '../tone-badge.js';
import type { Message } from '../../data/messages.js';
import { messageWords } from './message-words.js';

type Facts = Pick<Message, 'status' | 'attention' | 'handledAt'>;

/** Red and amber only while somebody must look into it. */
export function MessageBadge({ message }: { message: Facts }) {
  const t = useWords(messageWords);
  return <ToneBadge tone={toneOf(message)}>{isHandled(message) ? t('handled') : t(`status.${message.status}`)}</ToneBadge>;
}

/** One that was taken care of while it was held, and went all the same, went. */
const isHandled = ({ status, handledAt }: Facts) => handledAt !== null && status !== 'sent' && status !== 'delivered';

function toneOf({ status, attention }: Facts): Tone {
  if (attention) return status === 'failed' ? 'red' : 'amber';
  return status === 'delivered' ? 'green' : 'grey';
}
