import type { ServerResponse } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Ctx } from '../context/ctx.js';
import type { LiveEventDto } from './events.dto.js';

/** More than this unread and the reader is gone or too slow: it is dropped, comes back and reads anew. */
const MOST_UNREAD_BYTES = 64 * 1024;
const RETRY_MS = 3000;
/** Beyond this a long-lived stream begins to write down anew whom it told of. */
const MOST_REMEMBERED = 10_000;

/** One open answer of `GET /events`. */
export class EventStream {
  private readonly response: ServerResponse;
  private turn = Promise.resolve();
  private readonly told = new Set<string>();

  constructor(
    public ctx: Ctx,
    /** What had happened before it was opened: its reader has that. */
    readonly before: ReadonlySet<string>,
    /** Kept to ask again who it is: the cookie or the key is in it. */
    readonly request: FastifyRequest,
    reply: FastifyReply,
  ) {
    void reply.headers({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      // Proxies that gather an answer before they pass it on would hold every event back.
      'x-accel-buffering': 'no',
    });
    reply.hijack();
    this.response = reply.raw;
    this.response.writeHead(200, reply.getHeaders() as Record<string, string>);
  }

  /** Whoever comes back has missed what happened meanwhile, and is told to read anew. */
  start(): void {
    this.write(`retry: ${RETRY_MS}\n`);
    this.write(named('ready', this.ctx.requestId));
    if (this.request.headers['last-event-id'] !== undefined) this.resync();
  }

  tell(event: LiveEventDto): void {
    this.write(`id: ${event.id}\ndata: ${JSON.stringify(event)}\n\n`);
  }

  /** One after another, since what is told may have to be written down first; what could not be told is to be read anew. */
  inTurn(work: () => Promise<void>): void {
    this.turn = this.turn.then(work).catch(() => this.resync());
  }

  /** Those among the patients of whom this stream has told nothing yet. */
  untold(patientIds: readonly string[]): string[] {
    return [...new Set(patientIds)].filter((id) => !this.told.has(id));
  }

  remember(patientIds: readonly string[]): void {
    if (this.told.size > MOST_REMEMBERED) this.told.clear();
    for (const id of patientIds) this.told.add(id);
  }

  resync(): void {
    this.write(named('resync', this.ctx.requestId));
  }

  beat(): void {
    this.write(': beat\n\n');
  }

  /** For good: a browser that asks again is told 401. */
  end(): void {
    this.write(named('end', this.ctx.requestId));
    this.response.end();
  }

  /** Not for good: a browser comes back by itself. */
  close(): void {
    this.response.end();
  }

  get closed(): boolean {
    return this.response.destroyed;
  }

  whenClosed(forget: () => void): void {
    this.response.once('close', forget);
    // Writing to somebody who has just left is no fault.
    this.response.on('error', () => undefined);
  }

  private write(text: string): void {
    if (this.response.writableEnded || this.response.destroyed) return;
    this.response.write(text);
    if (this.response.writableLength > MOST_UNREAD_BYTES) this.response.destroy();
  }
}

/** Every word has an id, so that a browser that comes back says so (Last-Event-ID). */
function named(event: 'ready' | 'resync' | 'end', id: string): string {
  return `id: ${id}\nevent: ${event}\ndata: {}\n\n`;
}
