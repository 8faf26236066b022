import { addDays, formatInZone, MINUTE, toInstant, wallOf } from '@keel/calendar';
import { fillMessage, type Locale, localeIn, type MessageValues, WAY_OUT } from '@keel/contracts';
import { useFormat } from '../../../ui/format.js';
import { useSession } from '../../../session/use-session.js';
import type { MessageText } from '../../../data/reminders.js';
import classes from './reminders.module.css';

type Shown = Pick<MessageText, 'channel' | 'locale' | 'subject' | 'body'>;

/** A text with an appointment of an invented person filled in, in the text's own language. */
export function TextPreview({ text }: { text: Shown }) {
  const { clinic } = useSession();
  const locale = localeIn(text.locale, clinic.locale, clinic.country);
  const values = useSample(text, locale);
  return (
    <div className={classes['preview']} lang={locale}>
      {text.subject !== null && <strong>{fillMessage(text.subject, values)}</strong>}
      <div>{fillMessage(text.body, values)}</div>
      {text.channel === 'email' && <div>{fillMessage(WAY_OUT[text.locale], { wayOut: '…' })}</div>}
    </div>
  );
}

/** Invented, in the language of the text and not in its reader's. */
const SAMPLE = {
  en: {
    firstName: 'Maya',
    practitioner: 'Olive Tremblay',
    location: '12 Main Street, Unit 3',
    phone: '416 555 0100',
    link: 'https://keel.example/l/Yx3…',
  },
  fr: {
    firstName: 'Maya',
    practitioner: 'Olive Tremblay',
    location: '12, rue Principale, bureau 3',
    phone: '416 555 0100',
    link: 'https://keel.example/l/Yx3…',
  },
} satisfies Record<Shown['locale'], Partial<MessageValues>>;

/** In three days at half past two. */
function useSample({ channel, locale: language }: Shown, locale: Locale): MessageValues {
  const { clinic } = useSession();
  const format = useFormat();
  const day = addDays(format.dateOf(new Date().toISOString()), 3);
  const at = toInstant(format.zone, wallOf(day) + 870 * MINUTE);
  return {
    ...SAMPLE[language],
    clinic: clinic.name,
    date: formatInZone(at, format.zone, locale, channel === 'sms' ? 'day' : 'longDate'),
    time: formatInZone(at, format.zone, locale, 'time'),
  };
}
