import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Who PostgreSQL runs as; it refuses root. */
export interface ServiceUser {
  name: string;
  uid: number;
  gid: number;
}

const NAME = 'keel';

/** Undefined where this process is not root: then PostgreSQL runs as whoever started Keel. */
export function serviceUser(): ServiceUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  return find(NAME) ?? create() ?? find('postgres') ?? find('nobody') ?? fail();
}

function find(name: string): ServiceUser | undefined {
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [user, , uid, gid] = line.split(':');
    if (user === name) return { name, uid: Number(uid), gid: Number(gid) };
  }
  return undefined;
}

function create(): ServiceUser | undefined {
  try {
    execFileSync('useradd', ['--system', '--no-create-home', '--user-group', NAME], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  return find(NAME);
}

function fail(): never {
  throw new Error('PostgreSQL does not run as root and no other user could be found or made. Start Keel as an ordinary user.');
}
