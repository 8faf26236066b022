/**
 * Where a page is now that was elsewhere before, with its search; undefined for an address that never changed. Bookmarks, and mails that
 * were sent, keep the addresses of their time: an appointment was called a visit in them.
 */
export function movedTo({ pathname, search }: Pick<Location, 'pathname' | 'search'>): string | undefined {
  const asked = new URLSearchParams(search);
  const now = new URLSearchParams([...asked].map(([name, value]) => renamed(name, value)));
  const path = pathname
    .replace(/^\/visits(?=\/[^/]+\/note\/?$)/, '/appointments')
    .replace(/^(\/patients\/[^/]+)\/visits(\/?)$/, '$1/appointments$2');
  if (path === pathname && now.toString() === asked.toString()) return undefined;
  return now.size > 0 ? `${path}?${now.toString()}` : path;
}

function renamed(name: string, value: string): [string, string] {
  if (name === 'visit') return ['appointment', value];
  if (name === 'theme' && value === 'visits') return [name, 'appointments'];
  // Where somebody goes on after signing in.
  if (name === 'next') return [name, movedFrom(value)];
  return [name, value];
}

function movedFrom(address: string): string {
  const mark = address.indexOf('?');
  if (mark < 0) return movedTo({ pathname: address, search: '' }) ?? address;
  return movedTo({ pathname: address.slice(0, mark), search: address.slice(mark) }) ?? address;
}
