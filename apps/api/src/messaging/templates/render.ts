import { MAX_SMS_LENGTH, MESSAGE_PLACEHOLDERS, type MessageTextFault, messageTextFaults } from '@keel/contracts';

export interface Content {
  to: string;
  subject: string | null;
  text: string;
  html: string | null;
  /** Whose word a mail is, where it is not the installation's own, and where an answer reaches them. */
  sender?: { name: string; replyTo: string | null };
  /** Where a mailbox's provider says by itself that no more are wanted. */
  wayOut?: string;
}

const FAULTS: Readonly<Record<Exclude<MessageTextFault['code'], 'unknownSlot'>, string>> = {
  noLink: 'The text needs {{link}}, where the patient confirms or cancels.',
  optOutWord:
    'Do not print CANCEL, END, QUIT or ANNULER in capitals: carriers take that reply as an opt-out. Let people reply C, or use the link.',
  noOptOut: 'An SMS must say how to opt out: name STOP or ARRET.',
  tooLong: `An SMS may have at most ${MAX_SMS_LENGTH} characters.`,
  noSubject: 'An e-mail needs a subject.',
};

/** Why a text may not be used, each as a sentence that says the mend; empty where it may. */
export function templateFaults(text: Parameters<typeof messageTextFaults>[0]): string[] {
  const names = MESSAGE_PLACEHOLDERS.map((name) => `{{${name}}}`).join(', ');
  return messageTextFaults(text).map((fault) =>
    fault.code === 'unknownSlot' ? `${fault.slot} is not known; use ${names}.` : FAULTS[fault.code],
  );
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

/** Everything that mail and phone programs make a link of. */
const LINKISH = /\p{Cc}|[:/\\@<>]|\bwww\b/giu;
/** Marks that hide or turn round what is read, all but the two joiners. */
const UNSEEN = /[^\P{Cf}\u200c\u200d]/gu;
/** A joiner that joins nothing. Persian and Indic names are misspelt without theirs: between letters, or after a vowel killer. */
const LOOSE_JOINER = /(?<![\p{L}\p{M}])[\u200c\u200d]|(?<!\p{M})[\u200c\u200d](?!\p{L})/gu;
const DOTS_BEFORE = /[.\u2024\u3002\uff0e\uff61]+(?=\S)/gu;

/** A typed name as a message may carry it: no program makes a link of it, and it is no longer than a name. Empty where no letter or digit is left. */
export function plainName(text: string, most = 120): string {
  const seen = text.replace(UNSEEN, '').replace(LINKISH, ' ').replace(LOOSE_JOINER, '');
  const spaced = seen.replace(DOTS_BEFORE, ' ').replace(/\s+/g, ' ');
  const plain = spaced
    .replace(/ (?=[,;])/g, '')
    .replace(/^[\s,;.!?]+/, '')
    .trim();
  const cut = [...plain].slice(0, most).join('').trim();
  return /[\p{L}\p{N}\p{S}]/u.test(cut) ? cut : '';
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
