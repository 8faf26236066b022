import fastifyCookie from '@fastify/cookie';
import { assertZoneData } from '@keel/calendar';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { Logger } from 'nestjs-pino';
import { serveDescription } from './openapi.js';
import {
  assertInstallation,
  BODY_BYTES,
  boundRequests,
  countUnproven,
  type Config,
  newId,
  OpenConnections,
  observeRequests,
  refuseAddress,
  refuseBytes,
  serveWeb,
} from './platform/index.js';
import { takeOneClicks } from './portal/index.js';
import { MIGRATIONS } from './schema.js';

export const API_PREFIX = 'api/v1';
/** For machines rather than programs: probes and figures. */
export const UNPREFIXED = ['health/live', 'health/ready', 'metrics'];

/** How long a client may take. An answer takes its own time, a stream of events shows that it lives every 20 seconds. */
const PATIENCE = {
  /** For a whole request: a megabyte at 35 KB a second. */
  requestTimeout: 30_000,
  /** For a connection on which nothing moves. */
  connectionTimeout: 120_000,
  /** Longer than load balancers keep theirs, so that they never send into a closed one. */
  keepAliveTimeout: 72_000,
  http: { headersTimeout: 10_000, connectionsCheckingInterval: 5_000 },
};

/** The application as `main`, the tests and the demo all start it; the caller listens and closes. */
export async function createApp(config: Config): Promise<NestFastifyApplication> {
  assertZoneData();
  await assertInstallation(config, MIGRATIONS);
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_BYTES,
    // Ids are ours: a client's own header never names a request in our logs.
    genReqId: () => newId(),
    requestIdHeader: false,
    frameworkErrors: refuseAddress,
    clientErrorHandler: refuseBytes,
    trustProxy: config.trustedProxies,
    forceCloseConnections: 'idle',
    // Our own hook says so, as a problem.
    return503OnClosing: false,
    ...PATIENCE,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.register(config), adapter, {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  observeRequests(app, { log: config.env !== 'test' });
  app.get(OpenConnections).watch(app);
  countUnproven(app);
  boundRequests(app, API_PREFIX);
  takeOneClicks(app);
  await app.register(fastifyCookie);
  await serveWeb(app, config);
  app.setGlobalPrefix(API_PREFIX, { exclude: UNPREFIXED });
  serveDescription(app);
  return app;
}
