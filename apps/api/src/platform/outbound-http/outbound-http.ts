import type { AgentOptions } from 'node:http';
import { type Exchange, exchange, type OutboundAnswer } from './exchange.js';
import { OutboundError, OutboundRefused } from './outbound.errors.js';
import { type Agents, bySystem, type MayBeInner, pinnedAgents, type Resolve } from './pinned-agents.js';

export interface OutboundCall {
  method: 'DELETE' | 'GET' | 'HEAD' | 'PATCH' | 'POST' | 'PUT';
  url: string;
  headers?: Readonly<Record<string, string>>;
  body?: string | Buffer;
  /**
   * The address that a setting of the operator's names, where this call goes there: its host and port may be inside. Never an address
   * that somebody typed or another host gave.
   */
  own?: string;
  connectMs?: number;
  totalMs?: number;
  /** Of the answer's body. */
  maxBytes?: number;
  /** How many redirects a GET or HEAD follows, each checked like the first call; none unless said. */
  redirects?: number;
}

/** What is told of a call: the host, never path, query or body, which may be about a patient. */
export interface OutboundEnd {
  host: string;
  /** True where the operator's settings name the host: these are few. */
  known: boolean;
  /** The answer's, or how it ended without one. */
  status: string;
  ms: number;
}

const CONNECT_MS = 5_000;
const TOTAL_MS = 30_000;
const MAX_BYTES = 1024 * 1024;
const USER_AGENT = 'Keel';
/** Who is spoken to and how far a body goes is said by the address and the body; there are no cookies and no proxies. */
const NOT_THE_CALLERS = new Set(['host', 'cookie', 'connection', 'content-length', 'transfer-encoding', 'proxy-authorization', 'expect']);
/** Shorter than servers keep an idle connection (Node's 5 s): a call on one that just ended would leave open whether it was taken. */
const KEPT: AgentOptions = { keepAlive: true, timeout: 4_000, maxSockets: 50 };
const REDIRECTS = [301, 302, 303, 307, 308];

/**
 * Every call of the API to another host goes through here. The name is resolved once, its addresses are checked, and the connection
 * goes to what was checked; an inner address is called only where the operator's settings name its host.
 */
export class OutboundHttp {
  private readonly agents = new Map<string, Agents>();

  constructor(
    /** `host` or `host:port`, in small letters: hosts that may be inside whoever named them. */
    private readonly allowed: readonly string[],
    private readonly ended: (end: OutboundEnd) => void = () => {},
    private readonly resolve: Resolve = bySystem,
  ) {}

  /** @throws OutboundError, whose `sent` says whether the other side may have taken it */
  async call(call: OutboundCall): Promise<OutboundAnswer> {
    const began = performance.now();
    const { method, url, redirects = 0, totalMs = TOTAL_MS } = call;
    let at = readUrl(url);
    let headers = named(call.headers);
    for (let hop = 0; ; hop += 1) {
      const left = totalMs - (performance.now() - began);
      const answer = await this.hop(at, call, { headers, totalMs: left });
      const next = hop < redirects && /^(GET|HEAD)$/.test(method) ? nextOf(at, answer) : undefined;
      if (!next) return answer;
      // Whoever is led elsewhere leaves behind what only the first was to read.
      if (next.origin !== at.origin) headers = { 'user-agent': headers['user-agent'] ?? USER_AGENT };
      at = next;
    }
  }

  /**
   * For an SDK that brings its own client and speaks to nobody but the host that a setting of the operator's names, by any name below
   * it: its connections may go inside. Whoever takes them tells of each request by `timed`.
   */
  agentsOf(setting: string, options: AgentOptions = KEPT): Agents {
    return this.agentsFor(setting, () => true, options);
  }

  /** Counts and tells a call that an SDK makes. */
  async timed<T>(host: string, known: boolean, work: () => Promise<[answer: T, status: number]>): Promise<T> {
    const began = performance.now();
    const end = (status: string) => this.ended({ host, known, status, ms: Math.round(performance.now() - began) });
    try {
      const [answer, status] = await work();
      end(String(status));
      return answer;
    } catch (error) {
      end(outcomeOf(error));
      throw error;
    }
  }

  private hop(at: URL, call: OutboundCall, rest: { headers: Record<string, string>; totalMs: number }): Promise<OutboundAnswer> {
    const own = call.own !== undefined && hostAndPort(readUrl(call.own)) === hostAndPort(at);
    const { connectMs = CONNECT_MS, maxBytes = MAX_BYTES } = call;
    const agents = own
      ? this.agentsFor(`own ${hostAndPort(at)}`, () => true, KEPT)
      : this.agentsFor('', (host, port) => this.isAllowed(host, port), {});
    const asked: Exchange = { url: at, method: call.method, body: call.body, agents, connectMs, maxBytes, ...rest };
    return this.timed(hostOf(at), own || this.isAllowed(hostOf(at), portOf(at)), async () => {
      const answer = await exchange(asked);
      return [answer, answer.status];
    });
  }

  private isAllowed(host: string, port: number): boolean {
    return this.allowed.includes(host) || this.allowed.includes(`${host}:${port}`);
  }

  /** Apart by who may go where: a connection that was opened inside is never lent to a call that may not go there. */
  private agentsFor(key: string, mayBeInner: MayBeInner, options: AgentOptions): Agents {
    const agents = this.agents.get(key) ?? pinnedAgents({ resolve: this.resolve, mayBeInner }, options);
    this.agents.set(key, agents);
    return agents;
  }
}

function readUrl(text: string): URL {
  if (!URL.canParse(text)) throw new OutboundRefused('what was given', 'it is no address');
  const url = new URL(text);
  if (!/^https?:$/.test(url.protocol)) throw new OutboundRefused('what was given', 'it is neither http nor https');
  if (url.username || url.password) throw new OutboundRefused(hostOf(url), 'its address holds a name and a password');
  return url;
}

function named(given: OutboundCall['headers'] = {}): Record<string, string> {
  const headers: Record<string, string> = { 'user-agent': USER_AGENT };
  for (const [name, value] of Object.entries(given)) {
    if (NOT_THE_CALLERS.has(name.toLowerCase())) throw new TypeError(`The header ${name} is not for callers of OutboundHttp`);
    headers[name.toLowerCase()] = value;
  }
  return headers;
}

/** Where a redirect leads, unless it gives up TLS. */
function nextOf(at: URL, { status, headers: { location } }: OutboundAnswer): URL | undefined {
  if (!REDIRECTS.includes(status) || !location || !URL.canParse(location, at.href)) return undefined;
  const next = readUrl(new URL(location, at.href).href);
  if (at.protocol === 'https:' && next.protocol === 'http:') throw new OutboundRefused(hostOf(next), 'a redirect leads out of TLS');
  return next;
}

/** Without the brackets of IPv6, as connections and settings have it. */
const hostOf = ({ hostname }: URL) => hostname.replaceAll(/^\[|\]$/g, '');
const portOf = ({ port, protocol }: URL) => Number(port) || (protocol === 'https:' ? 443 : 80);
const hostAndPort = (url: URL) => `${hostOf(url)}:${portOf(url)}`;

function outcomeOf(error: unknown): string {
  if (error instanceof OutboundRefused) return 'refused';
  if (error instanceof OutboundError) return error.sent === 'no' ? 'unreached' : 'unanswered';
  return 'failed';
}
