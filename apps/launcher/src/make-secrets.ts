// Makes the files that docker-compose.yml takes its secrets from; one that is there is left as it is.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder] = process.argv.slice(2);
if (!folder) {
  process.stderr.write('Name the folder: node apps/launcher/src/make-secrets.ts secrets\n');
  process.exit(2);
}
mkdirSync(folder, { recursive: true, mode: 0o700 });

const word = () => randomBytes(24).toString('hex');
const [admin, owner, app, redis] = [word(), word(), word(), word()];
const database = (role: string, password: string, name = 'keel') => `postgres://${role}:${password}@postgres:5432/${name}`;

/** Written together or not at all: an address holds the password that another file holds too. */
const GROUPS: Record<string, string>[] = [
  { master_key: randomBytes(32).toString('base64') },
  { session_secret: randomBytes(48).toString('base64') },
  {
    postgres_password: admin,
    database_admin_url: database('postgres', admin, 'postgres'),
    database_owner_url: database('keel_owner', owner),
    database_url: database('keel_app', app),
  },
  {
    redis_conf: `requirepass ${redis}\nappendonly yes\nmaxmemory-policy noeviction\ndir /data\n`,
    redis_url: `redis://:${redis}@redis:6379`,
  },
];

for (const group of GROUPS) {
  const names = Object.keys(group);
  const there = names.filter((name) => existsSync(join(folder, name)));
  if (there.length > 0 && there.length < names.length) {
    const lost = names.filter((name) => !there.includes(name)).join(', ');
    process.stderr.write(`${folder} lacks ${lost}, which belong to ${there.join(', ')}. Put them back from your copy.\n`);
    process.exit(1);
  }
  if (there.length > 0) continue;
  // Only the owner enters the folder; the containers' own users must read the files that are mounted for them.
  for (const [name, text] of Object.entries(group)) writeFileSync(join(folder, name), text, { mode: 0o444, flag: 'wx' });
}
process.stdout.write(`The secrets are in ${folder}. Keep a copy apart from the backups: without master_key nothing sealed opens.\n`);
