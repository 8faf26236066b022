import { isTrustedProxy } from './trusted-proxies.js';

it.each([
  [['loopback'], '127.0.0.1', true],
  [['loopback'], '::1', true],
  [['loopback'], '::ffff:127.0.0.1', true],
  [['loopback'], '10.0.0.1', false],
  [['uniquelocal', 'linklocal'], '192.168.7.1', true],
  [['uniquelocal', 'linklocal'], 'fe80::1%eth0', true],
  [['198.51.100.0/24'], '198.51.100.77', true],
  [['198.51.100.7'], '198.51.100.77', false],
  [['2001:db8::/32'], '2001:db8:1::1', true],
  [[], '127.0.0.1', false],
  [['loopback'], '', false],
])('of proxies %p, %s is one: %p', (trusted, address, is) => {
  expect(isTrustedProxy(trusted)(address)).toBe(is);
});
