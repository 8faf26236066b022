// `npm run reset-sign-in -- <e-mail address>`: lets somebody back in who has lost their second factor and their recovery codes, such as the
// only owner of a clinic. Keel must run, since the mail with the link for a new password leaves from it.
import { tell } from './backup/said.ts';
import { demandBuilt } from './built.ts';
import { apiEnvironment, databaseUrls } from './environment.ts';
import { Cluster } from './postgres/cluster.ts';
import { loadSecrets } from './secrets.ts';
import { postgresFolder, readSettings, SHELTER } from './settings.ts';
import { SettingsError } from './settings-error.ts';
import { withFiles } from './settings-files.ts';

/** What the API beside is started with: in a container it is there already, for `npm start` the launcher makes it. */
async function environment(): Promise<NodeJS.ProcessEnv> {
  const env = withFiles(process.env);
  if (env['DATABASE_URL'] && env['KEEL_MASTER_KEY']) return env;
  const settings = readSettings(env);
  demandBuilt();
  const secrets = loadSecrets(settings.dataDir);
  const { folder } = postgresFolder(settings.dataDir, secrets);
  const cluster = settings.external
    ? undefined
    : new Cluster({ dataDir: folder, shelter: SHELTER, superuserPassword: secrets.superuserPassword });
  if (cluster && !(await cluster.runs())) {
    throw new SettingsError('Start Keel first, by npm start: the mail with the link for a new password leaves from it.');
  }
  return apiEnvironment(settings, secrets, databaseUrls(settings, secrets, cluster), env);
}

async function main(): Promise<void> {
  const [address, ...rest] = process.argv.slice(2);
  if (!address || rest.length > 0 || !address.includes('@')) {
    throw new SettingsError('Say whose: npm run reset-sign-in -- <the e-mail address they sign in with>. First make sure who asks.');
  }
  const env = await environment();
  const { resetSignIn } = await import('@keel/api/reset-sign-in');
  if (!(await resetSignIn(env, address))) {
    throw new SettingsError(`Nobody who works in a clinic here signs in with ${address}. Nothing was changed.`);
  }
  process.stdout.write(
    `The password, second factors, sessions and open invitations of ${address} are gone, and their API keys stand still until an owner adopts them. A mail with a link for a new password is on its way; the link opens for an hour.\n`,
  );
}

await tell(main);
process.exit();
