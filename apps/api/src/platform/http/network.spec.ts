import fc from 'fast-check';
import { networkOf } from './network.js';

const group = fc.integer({ min: 0, max: 0xffff });
const written = (groups: readonly number[]) => groups.map((value) => value.toString(16)).join(':');

describe('the network of an address', () => {
  it('is the same for every address of an IPv6 /64, and another one for its neighbour', () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 4, maxLength: 4 }), fc.array(group, { minLength: 8, maxLength: 8 }), (net, hosts) => {
        fc.pre(net.some((value) => value !== 0));
        const [one, other] = [hosts.slice(0, 4), hosts.slice(4)];
        expect(networkOf(written([...net, ...one]))).toBe(networkOf(written([...net, ...other])));
        const neighbour = [...net.slice(0, 3), (net[3] ?? 0) ^ 1];
        expect(networkOf(written([...neighbour, ...one]))).not.toBe(networkOf(written([...net, ...one])));
      }),
    );
  });

  it('is an IPv4 address itself, however it is written', () => {
    fc.assert(
      fc.property(fc.ipV4(), (ip) => {
        expect(networkOf(ip)).toBe(ip);
        expect(networkOf(`::ffff:${ip}`)).toBe(ip);
      }),
    );
  });

  it.each([
    ['2001:DB8::1', '2001:db8:0:0::/64'],
    ['2001:db8:0:0:1::', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['64:ff9b::192.0.2.1', '64:ff9b:0:0::/64'],
    ['', ''],
  ])('of %s is %s', (ip, network) => {
    expect(networkOf(ip)).toBe(network);
  });
});
