import { fillMessage, type Language, type MessageValues } from '@keel/contracts';
import { type Content, forSms, toHtml } from '../templates/render.js';

/** What is handed over, and what of it is kept: a link that signs somebody in is not. */
export interface Composed {
  content: Content;
  kept: Content;
  /** The version of the appointment that it tells of. */
  appointmentVersion?: number;
}

/** Mails to staff may name people of the clinic too; those to patients end with a way out. */
type MailValues = MessageValues & { person?: string; giver?: string; wayOut?: string };

export function toContent(
  to: string,
  text: { subject: string | null; body: string },
  values: MailValues,
  locale: Language,
  channel: 'email' | 'sms',
): Content {
  const body = fillMessage(text.body, values);
  if (channel === 'sms') return { to, subject: null, text: forSms(body), html: null };
  // A subject is one line, whatever stands in a name.
  const subject = fillMessage(text.subject ?? '', values).replace(/\s+/g, ' ');
  return { to, subject, text: body, html: toHtml(body, locale) };
}
