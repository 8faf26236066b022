import 'reflect-metadata';
import { createApp } from './app.js';
import { Config, } from './platform/index.js';
import { ConfigError } from './platform/config/env-reader.js';

/** The API, with the workers in the same process unless `KEEL_ROLE` says otherwise. */
async function main(): Promise<void> {
  const config = new Config(process.env);
  const app = await createApp(config);
  app.enableShutdownHooks();
  await app.listen(config.port, config.host);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
