import pg from 'pg';
import { DataSource, type EntitySchema, type MixedList } from 'typeorm';
import { readInt8 } from './int8.js';
import type { DatabaseTimeouts } from '../config/config.js';
import { timeoutsOf } from './connections.js';
import { SnakeNaming } from './naming.js';

// A civil date has no zone: keep it as it is written.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.INT8, readInt8);

export interface DataSourceOptions {
  url: string;
  poolSize: number;
  applicationName: string;
  /** Absent for migrations, which may take as long as they need. */
  timeouts?: DatabaseTimeouts;
  // TypeORM's own type for what it takes as an entity.
  entities?: MixedList<Function | string | EntitySchema>;
  migrations?: MixedList<Function | string>;
}

export function createDataSource(options: DataSourceOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    // Ours, with the readers above: by itself TypeORM looks for a copy of its own while it runs.
    driver: pg,
    url: options.url,
    applicationName: options.applicationName,
    poolSize: options.poolSize,
    // Statements follow one another without waiting for each answer, where nobody reads it.
    extra: { pipeline: true, ...(options.timeouts && timeoutsOf(options.timeouts)) },
    namingStrategy: new SnakeNaming(),
    entities: options.entities ?? [],
    migrations: options.migrations ?? [],
    migrationsTableName: 'keel_migration',
    migrationsTransactionMode: 'each',
    installExtensions: false,
    invalidWhereValuesBehavior: { null: 'throw', undefined: 'throw' },
    logging: false,
  });
}
