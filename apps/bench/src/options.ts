import { parseArgs } from 'node:util';
import type { Size } from './world.ts';

export interface Options {
  size: Size;
  seconds: number;
  warmUpSeconds: number;
  connections: number[];
  only: string[];
  /** Keep the cluster's data for the next run of the same size, and use what is there. */
  keep: boolean;
  dataDir: string | undefined;
  json: string | undefined;
  /** Measures the events and what stays behind instead of the operations. */
  events: boolean;
  /** Changes a second that are sent at the API while events are measured. */
  rate: number;
  /** How many reminders fall due at once; 0 measures something else. */
  storm: number;
  /** How many times a part of a running installation is killed; 0 measures something else. */
  kills: number;
  /** Writes CPU profiles of the API here. */
  profile: string | undefined;
}

const FULL: Size = { clinics: 200, patients: 5000, appointments: 5000 };
const SHORT: Size = { clinics: 4, patients: 2000, appointments: 1400 };

export const HELP = `npm run bench -- [options]
  --short               4 clinics of 2,000 patients instead of 200 of 5,000, one second each: for CI
  --seconds N           measured seconds of each figure (5)
  --only a,b            some operations: read, search, create, book, slots, week, note
  --events              how fast events are handled, and what stays of 10,000 requests, instead of the operations
  --rate N              changes a second while events are measured (80), patients a second while parts are killed (3)
  --storm N             N reminders due at once while workers are killed and providers fail, instead of the operations
  --kills N             API, PostgreSQL or launcher killed N times under a mixed load, then all counted, instead of the operations
  --connections 10,1    how many at once, in turn
  --keep                keep the generated data, and use it where it is there (making it takes minutes)
  --data DIR            where the cluster lives (below the system's temporary folder)
  --profile DIR         write CPU profiles of the API into DIR
  --json FILE           the figures as JSON too
`;

/** @throws where an option is unknown or no number. */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      short: { type: 'boolean', default: false },
      seconds: { type: 'string' },
      only: { type: 'string', default: '' },
      connections: { type: 'string', default: '10,1' },
      keep: { type: 'boolean', default: false },
      data: { type: 'string' },
      profile: { type: 'string' },
      json: { type: 'string' },
      events: { type: 'boolean', default: false },
      rate: { type: 'string' },
      storm: { type: 'string' },
      kills: { type: 'string' },
    },
  });
  return {
    size: values.short ? SHORT : FULL,
    seconds: positive(values.seconds ?? (values.short ? '1' : '5')),
    warmUpSeconds: values.short ? 0.5 : 2,
    connections: values.connections.split(',').map(positive),
    only: values.only.split(',').filter(Boolean),
    keep: values.keep,
    dataDir: values.data,
    json: values.json,
    events: values.events,
    rate: positive(values.rate ?? (values.kills === undefined ? '80' : '3')),
    storm: values.storm === undefined ? 0 : positive(values.storm),
    kills: values.kills === undefined ? 0 : positive(values.kills),
    profile: values.profile,
  };
}

function positive(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`"${text}" is not a number above zero.\n${HELP}`);
  return value;
}
