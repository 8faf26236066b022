import type { FaultsOf } from './shell/faults.ts';
import { Shell } from './shell/shell.ts';
import type { MAIL_FAULTS } from './smtp/faults.ts';
import type { Mail } from './smtp/mailboxes.ts';
import { Smtp } from './smtp/smtp.ts';
import type { Carrier, TwilioAccount } from './twilio/carrier.ts';
import type { SMS_FAULTS } from './twilio/faults.ts';
import type { Sms } from './twilio/messages.ts';
import { Twilio } from './twilio/twilio.ts';

export type { Fault } from './shell/faults.ts';
export type { Mail } from './smtp/mailboxes.ts';
export type { Sms, SmsStatus } from './twilio/messages.ts';
export { twilioSignature } from './twilio/signature.ts';

export interface SandboxOptions {
  /** 0 picks a free port. */
  httpPort?: number;
  smtpPort?: number;
  host?: string;
  /** What it received is kept here, in messages.jsonl, and is there again after a restart. */
  dataDir: string;
  twilio?: Partial<TwilioAccount>;
  /** Where texts from phones are posted. */
  inboundUrl?: string | null;
  /** Where the application's public address is reached from here, such as `http://api:3000` between containers. */
  reachedAt?: string | null;
  /** How long a message takes from queued to sent, and from there to delivered. */
  stepMs?: number;
}

export interface Sandbox {
  httpUrl: string;
  smtpUrl: string;
  httpPort: number;
  smtpPort: number;
  twilio: TwilioAccount;
  faults: FaultsOf<typeof SMS_FAULTS & typeof MAIL_FAULTS>;
  /** What arrived for this number or address, or for all: the same that its page shows, oldest first. */
  control: { sms(to?: string | null): Sms[]; mails(to?: string | null): Mail[] };
  /** The network behind Twilio, with the phones at its end. */
  carrier: Carrier;
  stop(): Promise<void>;
}

/** The account that the sandbox takes unless it is told another; worth nothing anywhere else. */
export const SANDBOX_ACCOUNT: TwilioAccount = { accountSid: `AC${'0'.repeat(32)}`, authToken: 'sandbox-auth-token' };

export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { dataDir, host = '127.0.0.1', httpPort: wanted = 0, stepMs = 400, inboundUrl = null, reachedAt = null } = options;
  const account = { ...SANDBOX_ACCOUNT, ...options.twilio };
  const shell = new Shell({ dataDir, host, httpPort: wanted, reachedAt });
  const twilio = new Twilio(shell, account, { stepMs, inboundUrl });
  const smtp = new Smtp(shell, { host, port: options.smtpPort ?? 0 });
  // In the order of their sections on the page.
  const httpPort = await shell.start([twilio, smtp]);
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return {
    httpUrl: `http://${name}:${httpPort}`,
    smtpUrl: `smtp://${name}:${smtp.port}`,
    httpPort,
    smtpPort: smtp.port,
    twilio: account,
    faults: shell.faults,
    control: { sms: (to) => twilio.messages.list(to), mails: (to) => smtp.mailboxes.list(to) },
    carrier: twilio.carrier,
    stop: () => shell.stop(),
  };
}
