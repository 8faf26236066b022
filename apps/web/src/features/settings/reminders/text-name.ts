import { useWords } from '../../../i18n/words.js';
import type { MessageText } from '../../../data/reminders.js';
import { remindersWords } from './reminders-words.js';

/** "Text message in French" */
export function useTextName() {
  const t = useWords(remindersWords);
  return ({ channel, locale }: MessageText) => t('textName', { channel: t(`channel.${channel}`), language: t(`language.${locale}`) });
}
