import type { Params } from 'nestjs-pino';
import type { Config } from '../config/config.js';
import { logDestination } from './log-destination.js';

/**
 * JSON lines with ids, codes and durations; requests are written by `observeRequests`. What could carry a person's data
 * (headers, bodies, addresses with their queries) is never handed to the logger, and these paths are cut out should it be.
 */
export function loggingOptions(config: Pick<Config, 'env' | 'logLevel'>): Params {
  return {
    pinoHttp: [
      {
        level: config.env === 'test' ? 'error' : config.logLevel,
        autoLogging: false,
        base: undefined as unknown as null,
        redact: { paths: ['req', 'res', 'headers', 'body', 'email', 'phone', 'password', 'token', '*.password', '*.token'], remove: true },
        formatters: { level: (label) => ({ level: label }) },
      },
      logDestination(),
    ],
  };
}
