// `node apps/sandbox/src/main.ts`: Node strips the types; nothing is built.
import { startSandbox } from './sandbox.ts';

function port(name: string, fallback: number): number {
  const value = Number(process.env[name] ?? fallback);
  if (Number.isInteger(value) && value >= 0 && value < 65_536) return value;
  process.stderr.write(`${name} must be a port between 0 and 65535 (0 picks a free one), not "${process.env[name]}"\n`);
  process.exit(1);
}

const { env } = process;
const sandbox = await startSandbox({
  httpPort: port('SANDBOX_HTTP_PORT', 3001),
  smtpPort: port('SANDBOX_SMTP_PORT', 3002),
  host: env['SANDBOX_HOST'] ?? '127.0.0.1',
  dataDir: env['SANDBOX_DATA_DIR'] ?? '.keel/sandbox',
  inboundUrl: env['SANDBOX_INBOUND_URL'] ?? null,
  reachedAt: env['SANDBOX_REACHES_KEEL_AT'] ?? null,
  twilio: {
    ...(env['TWILIO_ACCOUNT_SID'] && { accountSid: env['TWILIO_ACCOUNT_SID'] }),
    ...(env['TWILIO_AUTH_TOKEN'] && { authToken: env['TWILIO_AUTH_TOKEN'] }),
  },
});
process.stdout.write(`Sandbox: phone and mailbox at ${sandbox.httpUrl}, SMTP at ${sandbox.smtpUrl}\n`);

let stopping = false;
const stop = () => {
  if (stopping) return;
  stopping = true;
  void sandbox.stop().then(() => process.exit(0));
};
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, stop);
// The launcher that started it is gone, however it went.
if (process.connected) process.once('disconnect', stop);
