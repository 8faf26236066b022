import 'reflect-metadata';
import { flushCompileCache } from 'node:module';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module.js';
import { exitWith, outliveOutput, stopInTime, stopWithLauncher } from './exit.js';
import { assertInstallation, Config } from './platform/index.js';
import { MIGRATIONS } from './schema.js';

/** The workers alone, without HTTP: for clinics that have outgrown one process (`KEEL_ROLE=worker`). */
async function work(): Promise<void> {
  outliveOutput();
  const config = new Config({ ...process.env, KEEL_ROLE: 'worker' });
  await assertInstallation(config, MIGRATIONS);
  const app = await NestFactory.createApplicationContext(AppModule.register(config), { abortOnError: false, bufferLogs: true });
  app.useLogger(app.get(Logger));
  app.enableShutdownHooks();
  stopInTime();
  stopWithLauncher();
  // As the API does, for whoever starts after a death.
  flushCompileCache();
}

work().catch(exitWith);
