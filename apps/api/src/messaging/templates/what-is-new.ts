import type { Language } from '@keel/contracts';

type Text = Readonly<Record<Language, string>>;

// In the GSM alphabet, since they stand in texts too.
const WHEN: Text = { en: 'Your appointment: {{date}} at {{time}}.', fr: 'Votre rendez-vous : {{date}} à {{time}}.' };
const WITH: Text = { en: 'It is now with {{practitioner}}.', fr: "C'est maintenant avec {{practitioner}}." };
const WHERE: Text = { en: 'New place: {{location}}.', fr: 'Nouveau lieu : {{location}}.' };

/**
 * A reminder's text, and what it leaves out and must say: when the appointment is, since the patient's yes is to that; and a practitioner or
 * a place that has changed since they were told, since whoever was reminded is on nobody's list of people to call.
 */
export function withWhatIsNew(
  text: { subject: string | null; body: string },
  news: { practitioner: boolean; place: boolean },
  locale: Language,
  channel: 'email' | 'sms',
): { subject: string | null; body: string } {
  const says = (slot: string) => new RegExp(`\\{\\{\\s*${slot}\\s*\\}\\}`).test(`${text.subject ?? ''}\n${text.body}`);
  const missing = [
    ...(says('date') && says('time') ? [] : [WHEN]),
    ...(news.practitioner && !says('practitioner') ? [WITH] : []),
    ...(news.place && !says('location') ? [WHERE] : []),
  ].map((one) => one[locale]);
  if (missing.length === 0) return text;
  return { ...text, body: [text.body.trimEnd(), missing.join(' ')].join(channel === 'sms' ? ' ' : '\n\n') };
}
