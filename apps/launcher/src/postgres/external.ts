import { randomBytes } from 'node:crypto';
import type { ExternalDatabase } from '../settings.ts';
import { SettingsError } from '../settings-error.ts';
import { prepareDatabase, withClient } from './databases.ts';

/** @throws SettingsError where the server is older than Keel needs, before anything is made on it. */
export async function demandServerVersion({ adminUrl, ownerUrl }: ExternalDatabase): Promise<void> {
  const version = await withClient(adminUrl ?? ownerUrl, async (client) => {
    const { rows } = await client.query<{ version: string }>("SELECT current_setting('server_version_num') AS version");
    return Number(rows[0]?.version);
  });
  // Imported late: on a fresh clone it is built only moments before.
  const { serverFault } = await import('@keel/api/bootstrap');
  const fault = serverFault(version);
  if (fault) throw new SettingsError(fault);
}

/** Makes roles and database on a server of one's own, with the passwords that the addresses name. */
export async function prepareExternal({ adminUrl, databaseUrl, ownerUrl, queueUrl }: ExternalDatabase): Promise<void> {
  if (!adminUrl) return;
  await prepareDatabase(adminUrl, databaseName(databaseUrl), {
    appPassword: password('DATABASE_URL', databaseUrl, 'keel_app'),
    ownerPassword: password('DATABASE_OWNER_URL', ownerUrl, 'keel_owner'),
    // With the queues on Redis nobody signs in as keel_queue, so nobody needs to know this one.
    queuePassword: queueUrl ? password('QUEUE_DATABASE_URL', queueUrl, 'keel_queue') : randomBytes(24).toString('hex'),
  });
}

function databaseName(url: string): string {
  const name = decodeURIComponent(new URL(url).pathname.slice(1));
  if (!name) throw new SettingsError('DATABASE_URL names no database: it ends like …:5432/keel');
  return name;
}

function password(variable: string, url: string, role: string): string {
  const { username, password } = new URL(url);
  if (decodeURIComponent(username) !== role || !password) throw new SettingsError(`${variable} must sign in as ${role} with a password`);
  return decodeURIComponent(password);
}
