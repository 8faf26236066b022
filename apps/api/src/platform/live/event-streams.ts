import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../config/config.js';
import { AUTHENTICATOR, type Authenticator } from '../context/access.guard.js';
import type { Ctx } from '../context/ctx.js';
import { Db } from '../database/db.js';
import { networkOf } from '../http/network.js';
import { StoppingError } from '../http/open-connections.js';
import { Problem } from '../problems/problem.js';
import { EventStream } from './event-stream.js';
import type { LiveEventDto } from './events.dto.js';
import { type CommittedEvent, mayHear, toLiveEvent } from './live-event.js';
import { LiveFeed, type Watcher } from './live-feed.js';

const MOST_OF_SESSION = 6;
/** Somebody who works on two or three devices. */
const MOST_OF_PERSON = 12;
/** More than this at once, as an import makes them: reading anew is shorter than being told of each. */
const MOST_AT_ONCE = 50;

export class TooManyStreamsError extends Problem {
  constructor(of: string, most: number) {
    super({
      status: 429,
      code: 'TOO_MANY_STREAMS',
      title: 'Too many open streams',
      detail: `One ${of} keeps at most ${most} streams of events. Close another window, or share one stream among them.`,
      headers: { 'retry-after': '30' },
    });
  }
}

/** The open streams of this process. Each is asked for its right again at every beat, and at once where rights have changed. */
@Injectable()
export class EventStreams implements Watcher, OnApplicationBootstrap, OnModuleDestroy {
  private readonly streams = new Set<EventStream>();
  private beat: NodeJS.Timeout | undefined;
  private opening = 0;
  private stopping = false;

  constructor(
    private readonly feed: LiveFeed,
    private readonly db: Db,
    private readonly config: Config,
    @Inject(AUTHENTICATOR) private readonly authenticator: Authenticator,
  ) {}

  onApplicationBootstrap(): void {
    this.beat = setInterval(() => {
      for (const stream of this.streams) void this.check(stream).then(() => stream.beat());
    }, this.config.eventsBeatMs);
  }

  /** An open answer would hold up the end of the process. */
  onModuleDestroy(): void {
    this.stopping = true;
    clearInterval(this.beat);
    for (const stream of this.streams) stream.close();
  }

  /** @throws TooManyStreamsError */
  async open(ctx: Ctx, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    this.opening++;
    const before = await this.feed.watch(this, ctx.clinicId).finally(() => this.opening--);
    if (this.stopping) throw new StoppingError();
    this.assertRoom(ctx, request);
    const stream = new EventStream(ctx, before, request, reply);
    this.streams.add(stream);
    stream.whenClosed(() => this.forget(stream));
    stream.start();
    // What changed between the guard's look and now rang while nobody listened.
    await this.check(stream);
  }

  clinics(): string[] {
    return [...new Set([...this.streams].map(({ ctx }) => ctx.clinicId))];
  }

  happened(events: CommittedEvent[], all: boolean): void {
    for (const stream of this.streams) {
      const heard = events.filter((event) => !stream.before.has(event.id) && mayHear(stream.ctx, event));
      if (!all || heard.length > MOST_AT_ONCE) stream.resync();
      else if (heard.length > 0) stream.inTurn(() => this.tell(stream, heard.map(toLiveEvent)));
    }
  }

  /** That something happened to somebody is news of them: it is written down, once a stream, before it is told. */
  private async tell(stream: EventStream, events: LiveEventDto[]): Promise<void> {
    const patientIds = stream.untold(events.flatMap(({ ids }) => ids['patientId'] ?? []));
    await this.db.shown(stream.ctx, [{ what: 'live-event', patientIds }]);
    stream.remember(patientIds);
    for (const event of events) stream.tell(event);
  }

  rightsChanged(actorId: string): void {
    for (const stream of this.streams) if (stream.ctx.actor.id === actorId) void this.check(stream);
  }

  /** @throws TooManyStreamsError */
  private assertRoom(ctx: Ctx, request: FastifyRequest): void {
    const network = networkOf(request.ip);
    const caps: [string, number, (other: EventStream) => boolean][] = [
      ['session', MOST_OF_SESSION, (other) => other.ctx.credentialId === ctx.credentialId],
      ['person', MOST_OF_PERSON, (other) => other.ctx.actor.id === ctx.actor.id],
      // The other half is for asking what the streams tell of.
      ['network address', this.config.connectionsPerAddress / 2, (other) => networkOf(other.request.ip) === network],
    ];
    for (const [of, most, isSame] of caps) {
      if ([...this.streams].filter(isSame).length >= most) throw new TooManyStreamsError(of, most);
    }
  }

  private forget(stream: EventStream): void {
    this.streams.delete(stream);
    if (this.streams.size + this.opening === 0) this.feed.rest();
  }

  /** Asking never moves a session's idle limit: the authenticator knows this route. */
  private async check(stream: EventStream): Promise<void> {
    if (stream.closed) return this.forget(stream);
    try {
      const ctx = await this.authenticator.authenticate(stream.request);
      if (ctx?.clinicId === stream.ctx.clinicId && !ctx.mustEnrolFactor) stream.ctx = ctx;
      else stream.end();
    } catch (error) {
      // A database that does not answer says nothing about rights, and no event comes without it.
      if (error instanceof Problem) stream.end();
    }
  }
}
