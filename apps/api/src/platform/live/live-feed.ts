import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import type pg from 'pg';
import { Config } from '../config/config.js';
import { closeClient, createClient } from '../database/connections.js';
import { Db } from '../database/db.js';
import { OUTBOX_CHANNEL } from '../outbox/outbox-bell.js';
import type { CommittedEvent } from './live-event.js';

/** Rung by triggers where a session ends, a member's rights change or a key is revoked; says whose. */
const RIGHTS_CHANNEL = 'keel_rights';
const LOOK_EVERY_MS = 5000;
const BATCH = 1000;

/** Who wants to know what is committed; `all` is false where there was more than could be read. */
export interface Watcher {
  clinics(): string[];
  happened(events: CommittedEvent[], all: boolean): void;
  rightsChanged(actorId: string): void;
}

interface Row extends Omit<CommittedEvent, 'id'> {
  id: string | null;
  asOf: Date;
}

/**
 * Committed events, whichever process made them, over one listening connection. Each look reads the events that no relay
 * has published yet and those that were published since the look before. An event that was committed in between is among the one or the
 * other, so none is missed; what is seen twice is dropped by its id.
 */
@Injectable()
export class LiveFeed implements OnModuleDestroy {
  private readonly logger = new Logger(LiveFeed.name);
  private watcher: Watcher | undefined;
  private client: Promise<pg.Client> | undefined;
  private running: Promise<void> | undefined;
  private again = false;
  private since: Date | undefined;
  private seen = new Set<string>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly config: Config,
    private readonly db: Db,
  ) {}

  /**
   * Everything that commits in this clinic after this has come back will be told.
   *
   * @returns ids of what was there before and may still be told.
   * @throws where the database does not answer.
   */
  async watch(watcher: Watcher, clinicId: string): Promise<ReadonlySet<string>> {
    this.watcher = watcher;
    await this.connect();
    const { events, asOf } = await this.read([clinicId]);
    this.since ??= asOf;
    this.timer ??= setInterval(() => this.wake(), LOOK_EVERY_MS);
    return new Set(events.map(({ id }) => id));
  }

  /** Stops looking until somebody watches again; the connection stays. */
  rest(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.watcher = undefined;
    this.since = undefined;
    this.seen.clear();
  }

  async onModuleDestroy(): Promise<void> {
    this.rest();
    await this.running;
    const client = await this.client?.catch(() => undefined);
    if (client) await closeClient(client);
  }

  private wake(): void {
    this.again = true;
    this.running ??= this.lookWhileRung().finally(() => (this.running = undefined));
  }

  private async lookWhileRung(): Promise<void> {
    while (this.again && this.watcher) {
      this.again = false;
      try {
        await this.connect();
        await this.look();
      } catch (error) {
        this.logger.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'Live events wait for the database');
      }
    }
  }

  private async connect(): Promise<void> {
    this.client ??= this.listen();
    try {
      await this.client;
    } catch (error) {
      this.client = undefined;
      throw error;
    }
  }

  private async listen(): Promise<pg.Client> {
    const client = createClient(this.config, 'keel-live');
    client.on('error', () => (this.client = undefined));
    client.on('notification', ({ channel, payload }) => {
      if (channel === RIGHTS_CHANNEL && payload) this.watcher?.rightsChanged(payload);
      else this.wake();
    });
    await client.connect();
    await client.query(`LISTEN ${OUTBOX_CHANNEL}; LISTEN ${RIGHTS_CHANNEL}`);
    return client;
  }

  private async look(): Promise<void> {
    const watcher = this.watcher;
    if (!watcher) return;
    const { events, asOf } = await this.read(watcher.clinics());
    if (this.watcher !== watcher) return;
    const fresh = events.filter(({ id }) => !this.seen.has(id));
    this.since = asOf;
    this.seen = new Set(events.map(({ id }) => id));
    if (fresh.length > 0) watcher.happened(fresh, events.length < BATCH);
  }

  private async read(clinics: string[]): Promise<{ events: CommittedEvent[]; asOf: Date | undefined }> {
    const rows = await this.db.definerFunction<Row>('committed_events', [clinics, this.since ?? null, BATCH]);
    return { events: rows.filter((row): row is Row & { id: string } => row.id !== null), asOf: rows[0]?.asOf };
  }
}
