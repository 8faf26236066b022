import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { Config } from '../../platform/index.js';
import { type Content, plainName } from '../templates/render.js';
import { type DeliveryOutcome, mailOutcome, type StillHolds, WITHHELD } from './delivery-outcome.js';

/** E-mail over SMTP: the sandbox's or a real server's, by `SMTP_URL` alone. */
@Injectable()
export class EmailChannel {
  constructor(private readonly config: Config) {}

  /**
   * `id` becomes the Message-ID, so that staff and servers can tell one message from its repeat. `stillHolds` is asked when
   * the server is ready for the text: a slow one may take seconds until then, and a call that is dropped here sends nothing.
   */
  async send(id: string, content: Content, stillHolds: StillHolds): Promise<DeliveryOutcome> {
    const timeout = this.config.messaging.providerTimeoutMs;
    const transport = createTransport({
      url: this.config.smtpUrl,
      connectionTimeout: timeout,
      greetingTimeout: timeout,
      dnsTimeout: timeout,
      socketTimeout: timeout,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    let unread = true;
    let withheld = false;
    const beforeReading = async () => {
      withheld = !(await stillHolds());
      if (withheld) throw new Error('The message is withheld');
      unread = false;
    };
    // The server reads the text only after it has said yes to sender and recipient; until the first byte is asked for,
    // a failure is certain. Its time-outs are all reported alike, so this is the only way to know.
    transport.use('stream', (mail, done) => {
      const bytes = mail.message.createReadStream.bind(mail.message);
      mail.message.createReadStream = () => Readable.from(readAfter(beforeReading, bytes), { objectMode: false });
      done();
    });
    const host = new URL(this.config.publicUrl).hostname;
    try {
      const info = await transport.sendMail({
        ...whose(this.config.mailFrom, content.sender),
        to: { name: '', address: content.to },
        subject: content.subject ?? '',
        text: content.text,
        ...(content.html && { html: content.html }),
        messageId: `<${id}@${host}>`,
        headers: { 'Auto-Submitted': 'auto-generated', ...(content.wayOut && oneClick(content.wayOut)) },
      });
      return { outcome: 'accepted', providerId: info.messageId ?? `<${id}@${host}>` };
    } catch (error) {
      return withheld ? WITHHELD : mailOutcome(error, unread);
    } finally {
      transport.close();
    }
  }
}

/** Mail programs show about so much of a name. */
const SENDER_SHOWN = 60;

/**
 * A clinic's mail bears its name, and answers go to it. The address stays the installation's: that is what SPF and DKIM vouch for,
 * and what no clinic may choose. Objects, never a line put together: the name is somebody's typing, and nodemailer encodes it.
 */
function whose(from: string, sender: Content['sender']) {
  const name = plainName(sender?.name ?? '', SENDER_SHOWN);
  const address = /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();
  return {
    from: name ? { name, address } : from,
    ...(sender?.replyTo && { replyTo: { name: '', address: sender.replyTo } }),
  };
}

/** A button beside the subject that needs no page (RFC 8058). */
const oneClick = (url: string) => ({ 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' });

async function* readAfter(ready: () => Promise<void>, bytes: () => Readable): AsyncGenerator<Buffer> {
  await ready();
  for await (const chunk of bytes()) yield chunk as Buffer;
}
