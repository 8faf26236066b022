import { lookup, type LookupAddress } from 'node:dns';
import { Agent as HttpAgent, type AgentOptions, type ClientRequestArgs } from 'node:http';
import { Agent as HttpsAgent, type RequestOptions } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Duplex } from 'node:stream';
import { kindOfAddress } from './address-rules.js';
import { OutboundRefused } from './outbound.errors.js';

/** All addresses of a name. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

/** True where a host and port may lie on this machine or in the operator's network. */
export type MayBeInner = (host: string, port: number) => boolean;

/** For code that brings its own client, as SDKs do: each of their connections is opened by these. */
export interface Agents {
  httpAgent: HttpAgent;
  httpsAgent: HttpsAgent;
}

export const bySystem: Resolve = (host) =>
  new Promise((resolve, reject) => lookup(host, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses))));

interface Pins {
  resolve: Resolve;
  mayBeInner: MayBeInner;
}

/**
 * Agents whose connections go to an address that was checked, and to no other: the name is resolved once, by the connection itself,
 * and what it is checked by is what it connects to, so a name that is answered differently the next time changes nothing. TLS goes on
 * checking the certificate against the name.
 */
export function pinnedAgents(pins: Pins, options: AgentOptions): Agents {
  return { httpAgent: new PinnedHttpAgent(pins, options), httpsAgent: new PinnedHttpsAgent(pins, options) };
}

type Created = (error: Error | null, socket: Duplex) => void;

class PinnedHttpAgent extends HttpAgent {
  constructor(
    private readonly pins: Pins,
    options: AgentOptions,
  ) {
    super(options);
  }

  override createConnection(options: ClientRequestArgs, created?: Created): Duplex | null | undefined {
    return refused(options, this.pins, created) ? undefined : super.createConnection(pinned(options, this.pins), created);
  }
}

class PinnedHttpsAgent extends HttpsAgent {
  constructor(
    private readonly pins: Pins,
    options: AgentOptions,
  ) {
    super(options);
  }

  override createConnection(options: RequestOptions, created?: Created): Duplex | null | undefined {
    return refused(options, this.pins, created) ? undefined : super.createConnection(pinned(options, this.pins), created);
  }
}

/** A name's addresses are looked at where they are resolved; of an address in the place of a name nobody asks a resolver. */
function refused(options: ClientRequestArgs, { mayBeInner }: Pins, created?: Created): boolean {
  const { host, port } = target(options);
  const why = options.socketPath ? 'it is no host' : isIP(host) ? fault([host], mayBeInner(host, port)) : undefined;
  if (why === undefined) return false;
  process.nextTick(() => (created as (error: Error) => void)(new OutboundRefused(host, why)));
  return true;
}

function pinned<T extends ClientRequestArgs>(options: T, pins: Pins): T & { lookup: LookupFunction } {
  const { port } = target(options);
  const checked: LookupFunction = async (host, { all }, done) => {
    let addresses: LookupAddress[];
    try {
      addresses = await addressesOf(host, port, pins);
    } catch (error) {
      return done(error as NodeJS.ErrnoException, '');
    }
    if (all) done(null, addresses);
    else done(null, addresses[0]!.address, addresses[0]!.family);
  };
  return { ...options, lookup: checked };
}

/** At least one. @throws OutboundRefused */
async function addressesOf(host: string, port: number, { resolve, mayBeInner }: Pins): Promise<LookupAddress[]> {
  const found = await resolve(host);
  const why = found.length === 0 ? 'it has no address' : fault(addressesIn(found), mayBeInner(host, port));
  if (why !== undefined) throw new OutboundRefused(host, why);
  return [...found];
}

const addressesIn = (found: readonly LookupAddress[]) => found.map(({ address }) => address);

/** One address that may not be called is enough: a name that has such a one beside a public one is playing. */
function fault(addresses: readonly string[], inner: boolean): string | undefined {
  const kinds = addresses.map(kindOfAddress);
  if (kinds.includes('never')) return 'its address is none that calls go to';
  if (kinds.includes('inner') && !inner) return 'its address is on this machine or in an inner network';
  return undefined;
}

function target({ host, hostname, port }: ClientRequestArgs): { host: string; port: number } {
  return { host: host ?? hostname ?? 'localhost', port: Number(port) };
}
