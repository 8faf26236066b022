import { BullModule } from '@nestjs/bullmq';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { TerminusModule } from '@nestjs/terminus';
import { DataSource, type MixedList, type EntitySchema } from 'typeorm';
import { Alarms } from './alarms/alarms.js';
import { AlarmsController } from './alarms/alarms.controller.js';
import { HouseWatches } from './alarms/house-watches.js';
import { Attempts } from './attempts/attempts.js';
import { Audit } from './audit/audit.js';
import { AuditSealer } from './audit/audit-sealer.js';
import { AuditSeals } from './audit/audit-seals.js';
import { AuditWatch } from './audit/audit-watch.js';
import { AuditVerifier } from './audit/audit-verification.js';
import { ClockKeeper } from './clock/clock-keeper.js';
import { Config } from './config/config.js';
import { RouteTable } from './context/route-policy.check.js';
import { Crypto } from './crypto/crypto.js';
import { Resealing } from './crypto/resealing.js';
import { createDataSource } from './database/data-source.js';
import { Db } from './database/db.js';
import { RuntimeRoleCheck } from './database/runtime-role.check.js';
import { Callers } from './http/callers.js';
import { EtagInterceptor } from './http/etag.interceptor.js';
import { FileSweep } from './files/file-sweep.js';
import { Files } from './files/files.js';
import { StoredFiles } from './files/stored-files.js';
import { HealthController } from './health/health.controller.js';
import { IdempotencyInterceptor } from './http/idempotency.interceptor.js';
import { IdempotencyStore } from './http/idempotency.store.js';
import { OpenConnections } from './http/open-connections.js';
import { RateLimits } from './http/rate-limits.js';
import { UnexpectedBodyInterceptor } from './http/unexpected-body.interceptor.js';
import { EventStreams } from './live/event-streams.js';
import { EventsController } from './live/events.controller.js';
import { LiveFeed } from './live/live-feed.js';
import { LinkKinds } from './links/link-kinds.js';
import { LinkTokens } from './links/link-tokens.js';
import { DeadLettersController } from './outbox/dead-letters.controller.js';
import { DeadLetterWork } from './outbox/dead-letter-work.js';
import { DeadLetters } from './outbox/dead-letters.service.js';
import { EVENTS_QUEUE } from './outbox/event-job.js';
import { EventsProcessor } from './outbox/events.processor.js';
import { Listeners } from './outbox/listeners.js';
import { Outbox } from './outbox/outbox.js';
import { LoggerModule } from 'nestjs-pino';
import { loggingOptions } from './observe/logging.js';
import { Metrics } from './observe/metrics.js';
import { MetricsController } from './observe/metrics.controller.js';
import { Refusals } from './observe/refusals.js';
import { OutboundHttp } from './outbound-http/outbound-http.js';
import { tellCalls } from './outbound-http/tell-calls.js';
import { OutboxBell } from './outbox/outbox-bell.js';
import { Relay } from './outbox/relay.js';
import { Sweeper } from './outbox/sweeper.js';
import { Purges } from './upkeep/purges.js';
import { Rounds, ROUNDS_QUEUE } from './upkeep/rounds.js';
import { RoundsProcessor } from './upkeep/rounds.processor.js';
import { PrintRoom } from './print/print-room.js';
import { ProblemFilter } from './problems/problem.filter.js';
import { TimelineWording } from './timeline/timeline-words.js';
import { validationPipe } from './problems/validation.js';
import { Assignees } from './work-items/assignees.js';
import { WorkItemKinds } from './work-items/work-item-kinds.js';
import { WorkItemsController } from './work-items/work-items.controller.js';
import { WorkItems } from './work-items/work-items.service.js';
import { QueuesModule } from './queues/queues.module.js';

const AUDIT = [Audit, AuditSealer, AuditWatch, AuditSeals, AuditVerifier];

/** What comes round again. */
const UPKEEP = [Purges, Resealing, Rounds, RoundsProcessor];

/** What a person must decide. */
const WORK = [Assignees, DeadLetterWork, WorkItemKinds, WorkItems];

const SHARED = [
  Config,
  DataSource,
  Db,
  Attempts,
  Audit,
  Crypto,
  Files,
  LinkKinds,
  LinkTokens,
  OutboundHttp,
  Outbox,
  Listeners,
  RouteTable,
  AuditVerifier,
  Callers,
  RateLimits,
  Purges,
  Resealing,
  Alarms,
  PrintRoom,
  TimelineWording,
  ...WORK,
];

/**
 * The ground floor. Owns: configuration, the database and its policies, request context and permission check, problem
 * details, outbox and inbox, live streams of events, queues, audit rows and their seals, data keys, files, link tokens, calls to other
 * hosts, attempts, work items. Emits nothing, listens to nothing.
 */
@Global()
@Module({})
export class PlatformModule {
  static register(config: Config, entities: MixedList<Function | string | EntitySchema>): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        LoggerModule.forRoot(loggingOptions(config)),
        DiscoveryModule,
        TerminusModule,
        QueuesModule,
        BullModule.registerQueue({ name: EVENTS_QUEUE }, { name: ROUNDS_QUEUE }),
      ],
      controllers: [AlarmsController, DeadLettersController, EventsController, HealthController, MetricsController, WorkItemsController],
      providers: [
        { provide: Config, useValue: config },
        { provide: DataSource, useFactory: () => dataSource(config, entities) },
        Db,
        Attempts,
        ...AUDIT,
        Crypto,
        StoredFiles,
        Files,
        FileSweep,
        LinkKinds,
        LinkTokens,
        { provide: OutboundHttp, useFactory: outboundHttp, inject: [Config, Metrics] },
        Outbox,
        OutboxBell,
        Listeners,
        Metrics,
        Refusals,
        RouteTable,
        IdempotencyStore,
        Callers,
        RateLimits,
        OpenConnections,
        RuntimeRoleCheck,
        Relay,
        Sweeper,
        ClockKeeper,
        ...UPKEEP,
        Alarms,
        HouseWatches,
        PrintRoom,
        TimelineWording,
        EventsProcessor,
        EventStreams,
        LiveFeed,
        DeadLetters,
        ...WORK,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: validationPipe },
        { provide: APP_INTERCEPTOR, useClass: UnexpectedBodyInterceptor },
        { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
        { provide: APP_INTERCEPTOR, useClass: EtagInterceptor },
      ],
      exports: [...SHARED, QueuesModule, BullModule, DiscoveryModule, Metrics],
    };
  }
}

function outboundHttp(config: Config, metrics: Metrics): OutboundHttp {
  return new OutboundHttp(config.outboundAllow, tellCalls(metrics));
}

async function dataSource(config: Config, entities: MixedList<Function | string | EntitySchema>): Promise<DataSource> {
  const source = createDataSource({
    url: config.databaseUrl,
    poolSize: config.databasePoolSize,
    applicationName: `keel-${config.role}`,
    timeouts: config.databaseTimeouts,
    entities,
  });
  return source.initialize();
}
