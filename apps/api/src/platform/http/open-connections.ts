import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../config/config.js';
import { Problem } from '../problems/problem.js';
import { refuse } from '../problems/unreadable.js';
import { routeOf } from './route-of.js';
import { isTrustedProxy } from './trusted-proxies.js';
import { networkOf } from './network.js';

/** While stopping, whoever has not sent a whole request by the next look is hung up on. */
const LOOK_EVERY_MS = 2_000;
/** Then whoever waits for an answer too; the launcher kills after 25 seconds. */
const LAST_ANSWER_MS = 15_000;

export class StoppingError extends Problem {
  constructor() {
    super({
      status: 503,
      code: 'STOPPING',
      title: 'This server is about to stop',
      detail: 'Nothing was done. Ask again in a moment.',
      headers: { 'retry-after': '5', connection: 'close' },
    });
  }
}

export class TooManyConnectionsError extends Problem {
  constructor(most: number) {
    super({
      status: 429,
      code: 'TOO_MANY_CONNECTIONS',
      title: 'Too many requests at once',
      detail: `One network address may have ${most} requests open. Wait for their answers first.`,
      headers: { 'retry-after': '5' },
    });
  }
}

/**
 * Who is connected, how often from one network, and how it ends. A proxy of ours is not one caller: what comes through it is
 * counted by the address that it names, as open requests.
 */
@Injectable()
export class OpenConnections implements OnModuleDestroy {
  private readonly sockets = new Set<Socket>();
  /** Connections whose request was read to its end and is being answered. */
  private readonly answering = new Set<Socket>();
  private readonly connected = new Tally();
  private readonly asking = new Tally();
  private readonly isProxy: (address: string) => boolean;
  private stopping = false;

  constructor(private readonly config: Config) {
    this.isProxy = isTrustedProxy(config.trustedProxies);
  }

  watch(app: NestFastifyApplication): void {
    const server: Server = app.getHttpServer();
    server.on('connection', (socket) => this.meet(socket));
    const fastify = app.getHttpAdapter().getInstance();
    fastify.addHook('onRequest', async (request, reply) => this.begin(request, reply));
    fastify.addHook('preValidation', async ({ raw: { socket } }, reply) => {
      this.answering.add(socket);
      reply.raw.once('close', () => this.answering.delete(socket));
    });
  }

  /** From here on new requests are refused, and nobody holds up the end by sending half of one. */
  onModuleDestroy(): void {
    this.stopping = true;
    const since = Date.now();
    setInterval(() => {
      const all = Date.now() - since > LAST_ANSWER_MS;
      for (const socket of this.sockets) if (all || !this.answering.has(socket)) socket.destroy();
    }, LOOK_EVERY_MS).unref();
  }

  private meet(socket: Socket): void {
    const address = socket.remoteAddress ?? '';
    const network = networkOf(address);
    if (!this.isProxy(address)) {
      if (this.connected.of(network) >= this.config.connectionsPerAddress) {
        socket.destroy();
        return;
      }
      this.connected.add(network);
      socket.once('close', () => this.connected.take(network));
    }
    this.sockets.add(socket);
    socket.once('close', () => this.sockets.delete(socket));
  }

  private begin(request: FastifyRequest, reply: FastifyReply): FastifyReply | undefined {
    if (routeOf(request) === '/health/live') return undefined;
    if (this.stopping) return refuse(request, reply, new StoppingError().problem);
    const network = networkOf(request.ip);
    const most = this.config.connectionsPerAddress;
    if (this.asking.of(network) >= most) return refuse(request, reply, new TooManyConnectionsError(most).problem);
    this.asking.add(network);
    reply.raw.once('close', () => this.asking.take(network));
    return undefined;
  }
}

/** How many there are of each; those with none are forgotten. */
class Tally {
  private readonly counts = new Map<string, number>();

  of(name: string): number {
    return this.counts.get(name) ?? 0;
  }

  add(name: string): void {
    this.counts.set(name, this.of(name) + 1);
  }

  take(name: string): void {
    const left = this.of(name) - 1;
    if (left > 0) this.counts.set(name, left);
    else this.counts.delete(name);
  }
}
