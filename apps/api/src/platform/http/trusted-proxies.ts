import { BlockList, isIPv6 } from 'node:net';

/** The names that Fastify's trustProxy knows. */
const NAMED: Record<string, readonly string[]> = {
  loopback: ['127.0.0.0/8', '::1/128'],
  linklocal: ['169.254.0.0/16', 'fe80::/10'],
  uniquelocal: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
};

/** Whether an address is one of those whose X-Forwarded-For is believed (TRUSTED_PROXIES). */
export function isTrustedProxy(trusted: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const range of trusted.flatMap((name) => NAMED[name] ?? [name])) {
    const [address = '', bits] = range.split('/');
    const family = familyOf(address);
    list.addSubnet(address, bits === undefined ? (family === 'ipv6' ? 128 : 32) : Number(bits), family);
  }
  return (address) => {
    const [plain = ''] = address.split('%');
    return plain !== '' && list.check(plain, familyOf(plain));
  };
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv6(address) ? 'ipv6' : 'ipv4';
}
