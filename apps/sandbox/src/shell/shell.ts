import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Callbacks } from './callbacks.ts';
import { controlRoutes } from './control.ts';
import { Faults } from './faults.ts';
import { NotReadable, readCall, routeOf, sendJson, TooLarge, type Call, type Handler } from './http.ts';
import { Journal } from './journal.ts';
import { Page } from './page.ts';
import type { StandIn, Tools } from './stand-in.ts';

export interface ShellOptions {
  /** What arrived is kept here, in messages.jsonl, and is there again after a restart. */
  dataDir: string;
  host: string;
  /** 0 picks a free port. */
  httpPort: number;
  reachedAt: string | null;
}

/** What all stand-ins have in common: a journal, faults, callbacks, one HTTP server with the control API and the page, start and stop. */
export class Shell implements Tools {
  readonly journal: Journal;
  readonly faults = new Faults();
  readonly callbacks: Callbacks;
  readonly #options: ShellOptions;
  readonly #server = createServer((request, response) => void this.#serve(request, response));
  #standIns: readonly StandIn[] = [];
  #wire: ReadonlyMap<string, Handler> = new Map();
  #control: ReadonlyMap<string, Handler> = new Map();
  #page = new Page([]);
  #stopping: Promise<void> | undefined;

  constructor(options: ShellOptions) {
    this.#options = options;
    this.journal = new Journal(join(options.dataDir, 'messages.jsonl'));
    this.callbacks = new Callbacks(options.reachedAt);
  }

  /** Answers with the port of HTTP. Where something fails, what was started is stopped again. */
  async start(standIns: readonly StandIn[]): Promise<number> {
    this.#register(standIns);
    try {
      for (const standIn of standIns) await standIn.start?.();
      this.#server.listen(this.#options.httpPort, this.#options.host);
      await once(this.#server, 'listening');
    } catch (error) {
      await this.stop();
      throw error;
    }
    return (this.#server.address() as AddressInfo).port;
  }

  stop(): Promise<void> {
    return (this.#stopping ??= this.#stop());
  }

  /** Puts together what the stand-ins and the shell itself claim, then applies what former runs kept. */
  #register(standIns: readonly StandIn[]): void {
    const gather = <T>(what: string, own: Record<string, T>, claims: (standIn: StandIn) => Readonly<Record<string, T>>) =>
      allOf(what, [own, ...standIns.map(claims)]);
    // Both have a folder or a section of the page already.
    gather('name', { shell: true, faults: true }, ({ name }) => ({ [name]: true }));
    const view = gather(
      'member of the view',
      { faults: () => this.faults.list(), log: () => this.callbacks.log.slice(-20) },
      ({ view }) => view,
    );
    const clear = () => this.journal.write({ kind: 'clear' });
    const routes = controlRoutes({ faults: this.faults, callbacks: this.callbacks, view, clear });
    const forget = { clear: () => standIns.forEach((standIn) => standIn.clear()) };
    this.#standIns = standIns;
    this.#wire = gather('path', {}, ({ wire = {} }) => wire);
    this.#control = gather('route', routes, ({ control }) => control);
    this.faults.know(Object.fromEntries(gather('channel', {}, ({ faults }) => faults)));
    this.#page = new Page(standIns);
    this.journal.open(gather('kind of entry', forget, ({ entries }) => entries));
  }

  async #stop(): Promise<void> {
    const stopped = this.#standIns.map(async (standIn) => standIn.stop?.());
    this.#server.closeAllConnections();
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    const ends = await Promise.allSettled([...stopped, closed]);
    this.journal.close();
    for (const end of ends) if (end.status === 'rejected') throw end.reason;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const call = await readCall(request, response);
      const [, wire] = [...this.#wire].find(([path]) => call.url.pathname.startsWith(path)) ?? [];
      if (wire) return await wire(call);
      await this.#answer(call);
    } catch (error) {
      answerError(error, response);
    }
  }

  async #answer(call: Call): Promise<void> {
    if (call.method !== 'GET' && isFromElsewhere(call.request)) {
      return sendJson(call, 403, { error: 'only the page of the sandbox itself, or a program, may ask for this' });
    }
    const handler = routeOf(this.#control, call);
    if (handler) await handler(call);
    else if (!this.#page.serve(call)) sendJson(call, 404, { error: 'nothing is here; the page is at /' });
  }
}

/** All members of these records; refuses two of the same name, of which one would never be heard of. */
function allOf<T>(what: string, records: readonly Readonly<Record<string, T>>[]): Map<string, T> {
  const all = new Map<string, T>();
  for (const [name, value] of records.flatMap((record) => Object.entries(record))) {
    if (all.has(name)) throw new Error(`two stand-ins, or one and the shell, claim the ${what} "${name}": rename one of them`);
    all.set(name, value);
  }
  return all;
}

function answerError(error: unknown, response: ServerResponse): void {
  const status = error instanceof TooLarge ? 413 : error instanceof NotReadable ? 400 : 500;
  if (status === 500) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  if (response.headersSent || response.destroyed) return;
  const reason = status === 413 ? 'the body is too large' : error instanceof NotReadable ? error.message : 'the sandbox failed';
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ error: reason }));
}

/** A page of another site must not send texts or order faults through a visitor's browser. */
function isFromElsewhere(request: IncomingMessage): boolean {
  const site = request.headers['sec-fetch-site'];
  return site === 'cross-site' || site === 'same-site';
}
