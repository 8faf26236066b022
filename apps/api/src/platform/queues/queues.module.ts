import { BullModule, BullRegistrar } from '@nestjs/bullmq';
import { Injectable, Module, type OnApplicationBootstrap } from '@nestjs/common';
import { createPostgresBackend, setDefaultBackendFactory } from 'bullmq';
import { Config } from '../config/config.js';
import { timeoutsOf } from '../database/connections.js';

export const QUEUE_SCHEMA = 'bullmq';

/** Starts the processors of every module, but only in a process whose role includes workers. */
@Injectable()
export class WorkersStart implements OnApplicationBootstrap {
  constructor(
    private readonly config: Config,
    private readonly registrar: BullRegistrar,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.runsWorkers) this.registrar.register();
  }
}

/** BullMQ on PostgreSQL, or on Redis where `REDIS_URL` is set; modules register their queues as with any BullMQ. */
@Module({
  imports: [
    BullModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => ({ ...queueConnection(config), extraOptions: { manualRegistration: true } }),
      extraOptions: { manualRegistration: true },
    }),
  ],
  providers: [WorkersStart],
  exports: [BullModule],
})
export class QueuesModule {}

function queueConnection(config: Config) {
  if (config.redisUrl) {
    setDefaultBackendFactory();
    return { connection: { url: config.redisUrl, maxRetriesPerRequest: null } };
  }
  setDefaultBackendFactory(createPostgresBackend);
  const connection = {
    ...timeoutsOf(config.databaseTimeouts),
    connectionString: config.queueDatabaseUrl,
    schema: QUEUE_SCHEMA,
    max: 3,
    application_name: 'keel-queue',
    // The rows are the truth: what the queue forgets when the database dies is put in again from them, so no job waits for the disk.
    options: '-c synchronous_commit=off',
  };
  // BullModule's type knows Redis alone; the backend chosen above takes this one.
  return { connection: connection as unknown as { url: string } };
}
