import type { EnvReader } from './env-reader.js';

const ENTRY = /^(?:\[([0-9a-f:.]+)\]|([a-z0-9.-]+))(?::(\d{1,5}))?$/;

/** Hosts that calls may reach inside the house's own network, whoever named them: each `host` or `host:port`, an IPv6 address in brackets. */
export function readOutboundAllow(read: EnvReader): readonly string[] {
  const entries = (read.optional('KEEL_OUTBOUND_ALLOW') ?? '').toLowerCase().split(',');
  return entries
    .map((entry) => entry.trim())
    .filter(Boolean)
    .map((entry) => {
      const [, address, name, port] = ENTRY.exec(entry) ?? [];
      const host = address ?? name;
      if (!host) {
        read.fault(
          'KEEL_OUTBOUND_ALLOW',
          'must be hosts with commas between, each with a port or without: webhooks.lan:8080,10.1.2.3,[fd00::7]',
        );
      }
      return port ? `${host}:${port}` : `${host}`;
    });
}
