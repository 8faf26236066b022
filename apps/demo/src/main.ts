import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '@keel/api/app-module';
import { exitWith } from '@keel/api/exit';
import { MessagingModule } from '@keel/api/messaging';
import { Config, Problem } from '@keel/api/platform';
import { DemoAftermath } from './demo-aftermath.js';
import { DemoClinic } from './demo-clinic.js';
import { DemoDays } from './demo-days.js';
import { DemoFolk } from './demo-folk.js';
import { DemoInvitations } from './demo-invitations.js';
import { DemoSignUp } from './demo-sign-up.js';

@Module({ providers: [DemoAftermath, DemoClinic, DemoDays, DemoFolk, DemoInvitations, DemoSignUp] })
class DemoModule {}

/** Makes the demo clinic, or brings it up to today. Workers stay asleep here: the application that starts next delivers the events. */
async function main(): Promise<void> {
  const config = new Config({ ...process.env, KEEL_ROLE: 'api' });
  const app = await NestFactory.createApplicationContext(
    { module: DemoModule, imports: [AppModule.register(config), MessagingModule] },
    { abortOnError: false, logger: ['error'] },
  );
  try {
    const cast = await app.get(DemoClinic).cast();
    const made = await app.get(DemoDays).fill(cast, new Date());
    if (made > 0) process.stdout.write(`Demo clinic: ${made} appointments added.\n`);
  } catch (error) {
    // Somebody has changed the demo so that it cannot go on as planned. It stays as they left it, and Keel starts.
    if (!(error instanceof Problem)) throw error;
    process.stdout.write(`The demo clinic is left as it is: ${error.message}\n`);
  } finally {
    await app.close();
  }
}

main().catch(exitWith);
