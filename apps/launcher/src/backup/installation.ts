import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE } from '../environment.ts';
import { Cluster } from '../postgres/cluster.ts';
import { withClient } from '../postgres/databases.ts';
import type { Secrets } from '../secrets.ts';
import { postgresFolder, ROOT, type Settings, SHELTER } from '../settings.ts';
import { makeBase } from './base-backup.ts';
import { currentLine, type Line, type Manifest } from './line.ts';
import type { Keys } from './settings.ts';
import type { Store } from './store.ts';
import { verify } from './verify.ts';

/** This installation, as what makes its backups sees it. */
export class Installation {
  readonly settings: Settings;
  readonly secrets: Secrets;
  readonly cluster: Cluster;
  readonly #env: NodeJS.ProcessEnv;
  readonly #keys: Keys;

  constructor(settings: Settings, secrets: Secrets, env: NodeJS.ProcessEnv, keys: Keys) {
    this.settings = settings;
    this.secrets = secrets;
    this.#env = env;
    this.#keys = keys;
    const { folder } = postgresFolder(settings.dataDir, secrets);
    this.cluster = new Cluster({ dataDir: folder, shelter: SHELTER, superuserPassword: secrets.superuserPassword });
  }

  /** Where this database's backups go in a store. Its server must run. */
  async line(store: Store): Promise<Line> {
    const { key, masterCheck } = this.#keys;
    const about = await withClient(this.cluster.superuserUrl(DATABASE), async (client) => {
      const { rows } = await client.query<{ systemId: string; timeline: number }>(
        `SELECT (SELECT system_identifier::text FROM pg_control_system()) AS "systemId",
           (SELECT timeline_id FROM pg_control_checkpoint()) AS timeline`,
      );
      return rows[0];
    });
    if (!about) throw new Error('PostgreSQL says nothing of itself');
    return currentLine(this.settings.dataDir, store, key, { ...about, keyCheck: key.check, masterCheck });
  }

  /** The file of the log that is written now; those before it are closed. */
  async currentSegment(): Promise<string> {
    return withClient(this.cluster.superuserUrl(), async (client) => {
      const { rows } = await client.query<{ name: string }>('SELECT pg_walfile_name(pg_current_wal_lsn()) AS name');
      return rows[0]?.name ?? '';
    });
  }

  makeBase(line: Line, progress?: (text: string) => void): Promise<Manifest> {
    const source = {
      dataDir: this.cluster.dataDir,
      url: this.cluster.superuserUrl(DATABASE),
      installation: this.secrets.installation,
      keel: version(),
      auditHeadsPath: this.#env['AUDIT_HEADS_PATH'] ?? join(this.settings.dataDir, 'audit-heads.json'),
    };
    return makeBase(source, line, progress);
  }

  verify(line: Line, id: string): Promise<string> {
    return verify(line, id, this.secrets, this.#env['KEEL_MASTER_KEY'] ?? this.secrets.masterKey, this.cluster.dataDir);
  }
}

function version(): string {
  return (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version;
}
