import type { Channel } from '@keel/contracts';

/** What a text may show. The service is not among them, and cannot be: a message never says what somebody is treated for. */
export const PLACEHOLDERS = ['firstName', 'clinic', 'date', 'time', 'practitioner', 'location', 'link', 'phone'] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];
export type Values = Partial<Record<Placeholder, string>>;

export interface Content {
  to: string;
  subject: string | null;
  text: string;
  html: string | null;
}

const SLOT = /\{\{\s*(\w*)\s*\}\}/g;
/** A slot with the full stop after it: "6:58 a.m." ends the sentence by itself. */
const SLOT_AND_STOP = /\{\{\s*(\w*)\s*\}\}(\.?)/g;
/** Twilio's own limit is 1,600; a reminder longer than this is five messages on the bill. */
const MAX_SMS_LENGTH = 600;

/** Why a text may not be used, each as a sentence that says the mend; empty where it may. */
export function templateFaults(text: { channel: Channel; subject: string | null; body: string }): string[] {
  const faults: string[] = [];
  const all = `${text.subject ?? ''}\n${text.body}`;
  const known: readonly string[] = PLACEHOLDERS;
  const unknown = [...all.matchAll(SLOT)].map(([slot, name]) => ({ slot, name })).filter(({ name }) => !known.includes(name ?? ''));
  for (const { slot } of unknown) {
    faults.push(`${slot} is not known; use ${PLACEHOLDERS.map((name) => `{{${name}}}`).join(', ')}.`);
  }
  if (!text.body.includes('{{link}}')) faults.push('The text needs {{link}}, where the patient confirms or cancels.');
  if (/\b(CANCEL|ANNULER|END|QUIT)\b/.test(all)) {
    faults.push(
      'Do not print CANCEL, END, QUIT or ANNULER in capitals: carriers take that reply as an opt-out. Let people reply C, or use the link.',
    );
  }
  if (text.channel === 'sms') {
    if (!/\b(STOP|ARR[EÊ]T)\b/.test(text.body)) faults.push('An SMS must say how to opt out: name STOP or ARRET.');
    if (text.body.length > MAX_SMS_LENGTH) faults.push(`An SMS may have at most ${MAX_SMS_LENGTH} characters.`);
  } else if (!text.subject?.trim()) {
    faults.push('An e-mail needs a subject.');
  }
  return faults;
}

/** Fills the slots; a value that is not there leaves nothing, and a line that becomes empty by that goes too. */
export function fill(text: string, values: Values): string {
  return text
    .split('\n')
    .flatMap((line) => {
      const filled = line.replace(SLOT_AND_STOP, (_, name: string, stop: string) => {
        const value = values[name as Placeholder] ?? '';
        return value.endsWith('.') ? value : value + stop;
      });
      return filled.trim() === '' && line.trim() !== '' ? [] : [filled];
    })
    .join('\n');
}

/** Plain characters for the GSM alphabet, where they say the same: one curly quote or narrow space would double the price. */
export function forSms(text: string): string {
  return text
    .replace(/[\u00a0\u202f\u2009]/g, ' ')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[–—]/g, '-')
    .replace(/…/g, '...');
}

const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** The same words as HTML: paragraphs, line ends, and web addresses as links. Nothing in a name becomes markup. */
export function toHtml(text: string, locale: string): string {
  const paragraphs = text.split(/\n{2,}/).map((paragraph) => {
    const lines = paragraph.split('\n').map((line) =>
      line
        .split(/(https?:\/\/[^\s<>"]+)/)
        .map((part, index) =>
          index % 2 ? `<a href="${escapeHtml(part)}" style="color:#0b6b62">${escapeHtml(part)}</a>` : escapeHtml(part),
        )
        .join(''),
    );
    return `<p style="margin:0 0 1em">${lines.join('<br>')}</p>`;
  });
  return `<!doctype html><html lang="${locale}"><body style="font:16px/1.5 sans-serif;color:#1c2a2a;max-width:36em;margin:1.5em auto;padding:0 1em">${paragraphs.join('')}</body></html>`;
}
