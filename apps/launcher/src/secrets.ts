import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Made once on the first start and kept beside the data: without the master key nothing sealed can be read. */
export interface Secrets {
  /** Names this installation where its database cannot live beside it. */
  installation: string;
  masterKey: string;
  sessionSecret: string;
  superuserPassword: string;
  ownerPassword: string;
  appPassword: string;
  queuePassword: string;
  twilioAuthToken: string;
}

export function loadSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  const word = () => randomBytes(24).toString('base64url');
  const secrets: Secrets = {
    installation: randomBytes(6).toString('hex'),
    masterKey: randomBytes(32).toString('base64'),
    sessionSecret: randomBytes(48).toString('base64url'),
    superuserPassword: word(),
    ownerPassword: word(),
    appPassword: word(),
    queuePassword: word(),
    twilioAuthToken: word(),
  };
  // Written whole or not at all: half a file would lock the data for good.
  writeFileSync(`${file}.partial`, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  renameSync(`${file}.partial`, file);
  return secrets;
}
