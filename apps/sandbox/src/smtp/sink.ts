import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import type { MailFaults } from './faults.ts';
import type { Mail, Mailboxes } from './mailboxes.ts';

const MAX_MAIL_BYTES = 25_000_000;

/** An SMTP server without TLS that takes any sign-in and keeps what it is given. */
export class SmtpSink {
  readonly #server: SMTPServer;
  readonly #mailboxes: Mailboxes;
  readonly #faults: MailFaults;

  constructor(mailboxes: Mailboxes, faults: MailFaults) {
    this.#mailboxes = mailboxes;
    this.#faults = faults;
    this.#server = new SMTPServer({
      banner: 'Keel sandbox',
      disabledCommands: ['STARTTLS'],
      authOptional: true,
      allowInsecureAuth: true,
      size: MAX_MAIL_BYTES,
      onAuth: (auth, _session, done) => done(null, { user: auth.username ?? 'anyone' }),
      onData: (stream, session, done) => {
        collect(stream)
          .then((raw) => this.#receive(raw, session, done))
          .catch(done);
      },
    });
    // A client that hangs up in the middle is the client's business.
    this.#server.on('error', () => {});
  }

  async listen(port: number, host: string): Promise<number> {
    this.#server.listen(port, host);
    await once(this.#server.server, 'listening');
    return (this.#server.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  async #receive(raw: Buffer, session: SMTPServerSession, done: (error?: Error | null, message?: string) => void) {
    const to = session.envelope.rcptTo[0]?.address ?? '';
    await this.#faults.wait('email', 'slow', to);
    const failure = this.#faults.take('email', 'fail', to);
    if (failure) return done(refusal(failure.code ?? 451));
    if (this.#faults.take('email', 'cut_before', to)) return this.#cut(session);
    const lateness = this.#faults.take('email', 'deliver_late', to)?.ms ?? 0;
    const mail = await toMail(raw, session, lateness);
    this.#mailboxes.add(mail);
    if (this.#faults.take('email', 'cut_after', to)) return this.#cut(session);
    await this.#faults.wait('email', 'answer_late', to);
    done(null, `OK: kept as ${mail.id}`);
  }

  #cut(session: SMTPServerSession): void {
    // `connections` is in the class and not in its type declaration.
    const { connections } = this.#server as unknown as { connections: Set<{ id: string; _socket: Socket }> };
    for (const connection of connections) if (connection.id === session.id) connection._socket.destroy();
  }
}

function refusal(code: number): Error {
  const words = code >= 500 ? 'the sandbox was told to refuse this' : 'the sandbox was told to be busy, try again later';
  return Object.assign(new Error(words), { responseCode: code });
}

async function collect(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function toMail(raw: Buffer, session: SMTPServerSession, lateness: number): Promise<Mail> {
  const parsed = await simpleParser(raw);
  const now = Date.now();
  return {
    id: randomUUID(),
    recipients: session.envelope.rcptTo.map((address) => address.address),
    from: parsed.from?.text ?? '',
    replyTo: parsed.replyTo?.text ?? null,
    subject: parsed.subject ?? '',
    text: parsed.text ?? '',
    html: parsed.html || null,
    messageId: parsed.messageId ?? null,
    headers: Object.fromEntries(parsed.headerLines.map(({ key, line }) => [key, valueOf(line)])),
    receivedAt: new Date(now).toISOString(),
    visibleAt: new Date(now + lateness).toISOString(),
  };
}

/** What a header says, its lines joined again. */
function valueOf(line: string): string {
  return line
    .slice(line.indexOf(':') + 1)
    .replaceAll(/\r?\n(?=[ \t])/g, '')
    .trim();
}
