// Before the first API of an installation starts, and after every upgrade: makes roles and database where
// DATABASE_ADMIN_URL (a superuser) is set, and migrates. Runs once and ends; containers wait for it.
import { migrate } from '@keel/api/migrate';
import { demandServerVersion, prepareExternal } from './postgres/external.ts';
import { externalDatabase } from './settings.ts';
import { SettingsError } from './settings-error.ts';
import { withFiles } from './settings-files.ts';

try {
  const external = externalDatabase(withFiles(process.env));
  if (!external) throw new SettingsError('Set DATABASE_URL (keel_app) and DATABASE_OWNER_URL (keel_owner)');
  await demandServerVersion(external);
  await prepareExternal(external);
  const ran = await migrate(external.ownerUrl, external.queueUrl ? { queueUrl: external.queueUrl } : {});
  process.stdout.write(`The database is up to date (${ran.length} new migrations).\n`);
} catch (error) {
  process.stderr.write(`${error instanceof SettingsError || !(error instanceof Error) ? String(error) : error.stack}\n`);
  process.exitCode = 1;
}
