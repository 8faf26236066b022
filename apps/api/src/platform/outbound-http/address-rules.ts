/**
 * What lies behind an address. `public`: anybody's server. `inner`: this machine or the operator's own network, for calls that the
 * operator meant to go there. `never`: what no call of ours is for: metadata of a cloud, which hands out its machine's rights, and
 * all that is not one host.
 */
export type AddressKind = 'public' | 'inner' | 'never';

type Ranges = readonly (readonly [range: string, kind: AddressKind])[];

/** Of IANA's registry of special addresses, and the metadata of clouds; the first that fits counts, and what fits none is public. */
const IPV4: Ranges = [
  // Metadata that lies where other hosts may: Azure, Alibaba, Oracle. All other clouds have 169.254.169.254, which is link-local.
  ['168.63.129.16/32', 'never'],
  ['100.100.100.200/32', 'never'],
  ['192.0.0.192/32', 'never'],
  ['0.0.0.0/8', 'never'],
  ['10.0.0.0/8', 'inner'],
  // Shared by the customers of a carrier.
  ['100.64.0.0/10', 'inner'],
  ['127.0.0.0/8', 'inner'],
  ['169.254.0.0/16', 'never'],
  ['172.16.0.0/12', 'inner'],
  ['192.0.0.0/24', 'never'],
  ['192.0.2.0/24', 'never'],
  ['192.88.99.0/24', 'never'],
  ['192.168.0.0/16', 'inner'],
  // For benchmarks by the book; clouds and tunnels lay networks of their own there.
  ['198.18.0.0/15', 'inner'],
  ['198.51.100.0/24', 'never'],
  ['203.0.113.0/24', 'never'],
  ['224.0.0.0/4', 'never'],
  ['255.255.255.255/32', 'never'],
  // Kept for later, and used by meshes for names outside them.
  ['240.0.0.0/4', 'inner'],
];

/** As above, but what fits none is `never`: of IPv6 only 2000::/3 has been given to anybody. */
const IPV6: Ranges = [
  // Metadata of Amazon and Google within unique local addresses.
  ['fd00:ec2::254/128', 'never'],
  ['fd20:ce::254/128', 'never'],
  ['::1/128', 'inner'],
  ['fc00::/7', 'inner'],
  // Teredo and other trials, documentation.
  ['2001::/23', 'never'],
  ['2001:db8::/32', 'never'],
  ['3fff::/20', 'never'],
  ['2000::/3', 'public'],
];

/** IPv6 that leads to an IPv4 host, and how many bits stand behind that one's: mapped, compatible, NAT64 and 6to4. */
const CARRIERS: readonly (readonly [range: string, bitsBehind: bigint])[] = [
  ['::ffff:0:0/96', 0n],
  ['::/96', 0n],
  ['64:ff9b::/96', 0n],
  ['64:ff9b:1::/96', 0n],
  ['2002::/16', 80n],
];

/** Judges an address in any form that it is written in; what is no address is `never`. */
export function kindOfAddress(text: string): AddressKind {
  const address = read(text);
  if (!address) return 'never';
  if (address.bits === 32n) return find(IPV4, address) ?? 'public';
  if (address.value === 1n) return 'inner';
  const carrier = CARRIERS.find(([range]) => isIn(address, range));
  if (carrier) return find(IPV4, { bits: 32n, value: (address.value >> carrier[1]) & 0xff_ff_ff_ffn }) ?? 'public';
  return find(IPV6, address) ?? 'never';
}

interface Address {
  bits: 32n | 128n;
  value: bigint;
}

/** What a name may stand for beside an address is left out: a zone of IPv6, a port, a name and a password. */
const WRITTEN = /^[0-9a-fx.:]+$/i;

/** By the parser of URLs, which knows every form that resolvers take: 127.1, 0x7f000001, 0177.0.0.1, ::ffff:127.0.0.1. */
function read(text: string): Address | undefined {
  const host = `http://${text.includes(':') ? `[${text}]` : text}`;
  if (!WRITTEN.test(text) || !URL.canParse(host)) return undefined;
  const { hostname } = new URL(host);
  if (hostname.startsWith('[')) return { bits: 128n, value: groups(hostname.slice(1, -1)) };
  const parts = hostname.split('.');
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part))) return undefined;
  return { bits: 32n, value: parts.reduce((value, part) => (value << 8n) | BigInt(part), 0n) };
}

/** Of IPv6 as the parser of URLs writes it: groups in hex, and `::` once at most. */
function groups(written: string): bigint {
  const [before = '', behind = ''] = written.split('::');
  const ahead = before.split(':').filter(Boolean);
  const last = behind.split(':').filter(Boolean);
  const all = [...ahead, ...Array<string>(8 - ahead.length - last.length).fill('0'), ...last];
  return all.reduce((value, group) => (value << 16n) | BigInt(`0x${group}`), 0n);
}

function find(ranges: Ranges, address: Address): AddressKind | undefined {
  return ranges.find(([range]) => isIn(address, range))?.[1];
}

function isIn({ bits, value }: Address, range: string): boolean {
  const [first = '', length = ''] = range.split('/');
  const within = bits - BigInt(length);
  return value >> within === read(first)!.value >> within;
}
