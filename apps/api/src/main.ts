import 'reflect-metadata';
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
}

main().catch(exitWith);
