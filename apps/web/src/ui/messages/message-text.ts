import { useWords } from '../../i18n/words.js';
import { useFormat } from '../format.js';
import type { Message } from '../../data/messages.js';
import { messageWords } from './message-words.js';
import { reasonOf, toDoFor } from './message-reason.js';

/** A message in words: to whom, what for, why it ended as it did and what to do. */
export function useMessageWords() {
  const t = useWords(messageWords);
  const format = useFormat();
  return {
    who: ({ patient, kind, sharedBy }: Pick<Message, 'patient' | 'kind' | 'sharedBy'>) => {
      if (patient) return format.name(patient);
      if (sharedBy.length > 1) return t('sharedPhone', { names: sharedBy.map((one) => format.name(one)).join(', ') });
      return t(kind === 'received' || kind === 'reply' ? 'somePhone' : 'toStaff');
    },
    about: ({ kind, startsAt }: Pick<Message, 'kind' | 'startsAt'>) =>
      startsAt ? t('kindFor', { kind: t(`kind.${kind}`), when: format.dayTime(startsAt) }) : t(`kind.${kind}`),
    why: (message: Pick<Message, 'reason'>) => {
      const reason = reasonOf(message.reason);
      return reason && t(`reason.${reason}`);
    },
    toDo: (message: Pick<Message, 'status' | 'reason' | 'attention'>) => {
      const toDo = toDoFor(message);
      return toDo && t(`toDo.${toDo}`);
    },
  };
}
