import type { Appliers, JournalOf } from '../shell/journal.ts';

export interface Mail {
  id: string;
  /** The envelope: who the server was told to deliver to, whatever the headers say. */
  recipients: string[];
  from: string;
  /** Where an answer goes, if not to `from`; not there in what an older sandbox kept. */
  replyTo?: string | null;
  subject: string;
  text: string;
  html: string | null;
  messageId: string | null;
  /** By their names in small letters, as they came; not there in what an older sandbox kept. */
  headers?: Record<string, string>;
  receivedAt: string;
  /** Later than `receivedAt` where the sandbox was told to deliver late; until then no mailbox shows it. */
  visibleAt: string;
}

interface MailEntry {
  kind: 'mail';
  mail: Mail;
}

/** All mail that was taken, whoever it is for. */
export class Mailboxes {
  readonly #mails = new Map<string, Mail>();
  readonly #journal: JournalOf<MailEntry>;
  readonly entries: Appliers<MailEntry> = { mail: ({ mail }) => void this.#mails.set(mail.id, mail) };

  constructor(journal: JournalOf<MailEntry>) {
    this.#journal = journal;
  }

  /** What the mailboxes show now, oldest first. */
  list(to: string | null = null): Mail[] {
    const now = new Date().toISOString();
    return [...this.#mails.values()].filter((mail) => mail.visibleAt <= now && (to === null || mail.recipients.includes(to)));
  }

  get(id: string): Mail | undefined {
    return this.#mails.get(id);
  }

  add(mail: Mail): void {
    this.#journal.write({ kind: 'mail', mail });
  }

  clear(): void {
    this.#mails.clear();
  }
}
