import 'reflect-metadata';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { API_PREFIX, UNPREFIXED } from './app.js';
import { exitWith } from './exit.js';
import { describeApi } from './openapi.js';
import { Config } from './platform/index.js';

/** Prints the API's description. Nothing is started: no database, no queue; the configuration only fills its places. */
async function main(): Promise<void> {
  const config = new Config({
    DATABASE_URL: 'postgres://nobody@localhost/none',
    QUEUE_DATABASE_URL: 'postgres://nobody@localhost/none',
    KEEL_MASTER_KEY: Buffer.alloc(32).toString('base64'),
    KEEL_SESSION_SECRET: '-'.repeat(32),
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.register(config), new FastifyAdapter(), {
    preview: true,
    logger: false,
    // An error is told by `exitWith`: without a logger Nest would end the process and say nothing.
    abortOnError: false,
  });
  app.setGlobalPrefix(API_PREFIX, { exclude: UNPREFIXED });
  // What was imported keeps the process alive; the exit waits until all of it is written.
  process.stdout.write(`${JSON.stringify(describeApi(app), null, 2)}\n`, () => process.exit(0));
}

main().catch(exitWith);
