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
  observeRequests,
  refuseAddress,
  refuseBytes,
  serveWeb,
} from './platform/index.js';
import { MIGRATIONS } from './schema.js';

export const API_PREFIX = 'api/v1';
/** For machines rather than programs: probes and figures. */
export const UNPREFIXED = ['health/live', 'health/ready', 'metrics'];

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
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.register(config), adapter, {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  observeRequests(app, { log: config.env !== 'test' });
  countUnproven(app);
  boundRequests(app, API_PREFIX);
  await app.register(fastifyCookie);
  await serveWeb(app, config);
  app.setGlobalPrefix(API_PREFIX, { exclude: UNPREFIXED });
  serveDescription(app);
  return app;
}
