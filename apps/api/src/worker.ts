import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { exitWith } from './exit.js';
import { Config } from './platform/index.js';

/** The workers alone, without HTTP: for clinics that have outgrown one process (`KEEL_ROLE=worker`). */
async function work(): Promise<void> {
  const config = new Config({ ...process.env, KEEL_ROLE: 'worker' });
  const app = await NestFactory.createApplicationContext(AppModule.register(config), { abortOnError: false });
  app.enableShutdownHooks();
}

work().catch(exitWith);
