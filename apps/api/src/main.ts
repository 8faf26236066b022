import 'reflect-metadata';
import { flushCompileCache } from 'node:module';
import { createApp } from './app.js';
import { exitWith, outliveOutput, stopInTime, stopWithLauncher } from './exit.js';
import { Config } from './platform/index.js';

/** The API, with the workers in the same process unless `KEEL_ROLE` says otherwise. */
async function main(): Promise<void> {
  outliveOutput();
  const config = new Config(process.env);
  if (config.role === 'worker') {
    await import('./worker.js');
    return;
  }
  const app = await createApp(config);
  app.enableShutdownHooks();
  stopInTime();
  stopWithLauncher();
  await app.listen(config.port, config.host);
  // Kept now, where NODE_COMPILE_CACHE names a folder: who is killed keeps nothing at the end, and shall start the sooner.
  flushCompileCache();
}

main().catch(exitWith);
