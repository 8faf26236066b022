import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { exitWith } from '../exit.js';
import { Config } from '../platform/index.js';
import { DemoAftermath } from './demo-aftermath.js';
import { DemoClinic } from './demo-clinic.js';
import { DemoDays } from './demo-days.js';
import { DemoFolk } from './demo-folk.js';

@Module({ providers: [DemoAftermath, DemoClinic, DemoDays, DemoFolk] })
class DemoModule {}

/** Makes the demo clinic, or brings it up to today. Workers stay asleep here: the application that starts next delivers the events. */
async function main(): Promise<void> {
  const config = new Config({ ...process.env, KEEL_ROLE: 'api' });
  const app = await NestFactory.createApplicationContext({ module: DemoModule, imports: [AppModule.register(config)] }, { abortOnError: false, logger: ['error'] });
  try {
    const cast = await app.get(DemoClinic).cast();
    const made = await app.get(DemoDays).fill(cast, new Date());
    if (made > 0) process.stdout.write(`Demo clinic: ${made} visits added.\n`);
  } finally {
    await app.close();
  }
}

main().catch(exitWith);
