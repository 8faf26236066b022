import type { Channel } from './enums.js';
import type { Language } from './locales.js';

/** What a text may show. The service is not among them, and cannot be: a message never says what somebody is treated for. */
export const MESSAGE_PLACEHOLDERS = ['firstName', 'clinic', 'date', 'time', 'practitioner', 'location', 'link', 'phone'] as const;
export type MessagePlaceholder = (typeof MESSAGE_PLACEHOLDERS)[number];
export type MessageValues = Partial<Record<MessagePlaceholder, string>>;

/** The last line of every e-mail to a patient, whatever the clinic has written above it: how to get no more of them. */
export const WAY_OUT: Readonly<Record<Language, string>> = {
  en: 'To stop these e-mails: {{wayOut}}',
  fr: 'Pour ne plus recevoir ces courriels\u00a0: {{wayOut}}',
};

const SLOT = /\{\{\s*(\w*)\s*\}\}/g;
/** What was meant to be a slot, whole or not. */
const BRACES = new RegExp(`\\{\\{[^{}\\n]{0,60}\\}{0,2}|\\}\\}|[{[]\\s*(?:${MESSAGE_PLACEHOLDERS.join('|')})?\\s*[}\\]]`, 'g');
/** A slot with the space before it, and the full stop after it: "6:58 a.m." ends the sentence by itself. */
const SLOT_AND_STOP = /([ \u00a0\u202f]?)\{\{\s*(\w*)\s*\}\}(\.?)/g;
/** The slot that a line begins with. */
const OPENER = /^\s*\{\{\s*(\w*)\s*\}\}/;
/** Twilio's own limit is 1,600; a reminder longer than this is five messages on the bill. */
export const MAX_SMS_LENGTH = 600;

export type MessageTextFault =
  | { code: 'unknownSlot'; slot: string }
  | { code: 'noLink' | 'noOptOut' | 'optOutWord' | 'tooLong' | 'noSubject' };

/** Why a text may not be used; empty where it may. */
export function messageTextFaults(text: { channel: Channel; subject: string | null; body: string }): MessageTextFault[] {
  const all = `${text.subject ?? ''}\n${text.body}`;
  const known: readonly string[] = MESSAGE_PLACEHOLDERS;
  // Whatever braces are left would reach a patient as they stand: "{{prénom}}", "{{firstName}".
  const rest = all.replace(SLOT, (slot, name: string) => (known.includes(name) ? '' : slot));
  const faults: MessageTextFault[] = [...rest.matchAll(BRACES)].map(([slot]) => ({ code: 'unknownSlot', slot }));
  if (!text.body.includes('{{link}}')) faults.push({ code: 'noLink' });
  // Carriers take such a reply as an opt-out.
  if (/\b(CANCEL|ANNULER|END|QUIT)\b/.test(all)) faults.push({ code: 'optOutWord' });
  if (text.channel === 'sms') {
    if (!/\b(STOP|ARR[EÊ]T)\b/.test(text.body)) faults.push({ code: 'noOptOut' });
    if (text.body.length > MAX_SMS_LENGTH) faults.push({ code: 'tooLong' });
  } else if (!text.subject?.trim()) {
    faults.push({ code: 'noSubject' });
  }
  return faults;
}

/** Fills the slots; a value that is not there leaves no gap: "Hello {{firstName}}," is "Hello," then, and an emptied line goes. */
export function fillMessage(text: string, values: Readonly<Record<string, string | undefined>>): string {
  const valueOf = (name = '') => (values[name]?.trim() ? (values[name] ?? '') : '');
  return text
    .split('\n')
    .flatMap((line) => {
      const filled = line.replace(SLOT_AND_STOP, (slot, space: string, name: string, stop: string, at: number, whole: string) => {
        const value = valueOf(name);
        if (value) return space + (value.endsWith('.') ? value : value + stop);
        const goesOn = /^[\p{L}\p{N}{]/u.test(whole.slice(at + slot.length));
        return stop || !goesOn ? stop : space;
      });
      if (filled.trim() === '' && line.trim() !== '') return [];
      const opener = OPENER.exec(line);
      return opener && !valueOf(opener[1]) ? filled.replace(/^[\s,;:!?.]+/u, '') || [] : [filled];
    })
    .join('\n');
}
