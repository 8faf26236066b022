import { randomBytes } from 'node:crypto';
import { type ExternalDatabase, SettingsError } from '../settings.ts';
import { prepareDatabase } from './databases.ts';

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
