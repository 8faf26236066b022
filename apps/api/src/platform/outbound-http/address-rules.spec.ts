import fc from 'fast-check';
import { BlockList } from 'node:net';
import { kindOfAddress } from './address-rules.js';

const dotted = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255].join('.');
const hex = (value: number) => (value >>> 0).toString(16).padStart(8, '0');
const high = (value: number) => hex(value).slice(0, 4);
const low = (value: number) => hex(value).slice(4);

/** Every way of writing an IPv4 address that a resolver or a URL takes, and every IPv6 address that leads to it. */
const forms: Readonly<Record<string, (value: number) => string>> = {
  decimal: (value) => String(value >>> 0),
  hexadecimal: (value) => `0x${hex(value)}`,
  octal: (value) =>
    dotted(value)
      .split('.')
      .map((part) => `0${Number(part).toString(8)}`)
      .join('.'),
  'two parts': (value) => `${value >>> 24}.${value & 0xff_ff_ff}`,
  'three parts': (value) => `${value >>> 24}.${(value >>> 16) & 255}.${value & 0xff_ff}`,
  mapped: (value) => `::ffff:${dotted(value)}`,
  'mapped in hex': (value) => `::FFFF:${high(value)}:${low(value)}`,
  'mapped at length': (value) => `0000:0000:0000:0000:0000:ffff:${high(value)}:${low(value)}`,
  NAT64: (value) => `64:ff9b::${dotted(value)}`,
  'NAT64 in hex': (value) => `0064:ff9b:0:0:0:0:${high(value)}:${low(value)}`,
  '6to4': (value) => `2002:${high(value)}:${low(value)}::1`,
  '6to4 of any host': (value) => `2002:${high(value)}:${low(value)}:ffff:1234:5678:9abc:def0`,
};

/** Near the ends of the ranges as often as anywhere. */
const ends = ['0.0.0.0', '10.0.0.0', '100.64.0.0', '127.0.0.1', '169.254.169.254', '172.16.0.0', '172.32.0.0', '192.168.0.0', '224.0.0.0'];
const value = (text: string) => text.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
const address = fc.oneof(
  fc.integer({ min: 0, max: 0xff_ff_ff_ff }),
  fc.tuple(fc.constantFrom(...ends), fc.integer({ min: -3, max: 3 })).map(([end, by]) => (value(end) + by + 2 ** 32) % 2 ** 32),
);

describe('an address', () => {
  it.each([
    ['93.184.216.34', 'public'],
    ['8.8.8.8', 'public'],
    ['172.15.255.255', 'public'],
    ['172.32.0.0', 'public'],
    ['100.128.0.0', 'public'],
    ['2606:2800:220:1:248:1893:25c8:1946', 'public'],
    ['64:ff9b::8.8.8.8', 'public'],
    ['127.0.0.1', 'inner'],
    ['127.255.255.254', 'inner'],
    ['10.1.2.3', 'inner'],
    ['172.16.0.1', 'inner'],
    ['172.31.255.255', 'inner'],
    ['192.168.1.1', 'inner'],
    ['100.64.0.1', 'inner'],
    ['100.127.255.255', 'inner'],
    ['::1', 'inner'],
    ['0:0:0:0:0:0:0:1', 'inner'],
    ['fd12:3456::1', 'inner'],
    ['fc00::1', 'inner'],
    ['169.254.169.254', 'never'],
    ['169.254.0.1', 'never'],
    ['fd00:ec2::254', 'never'],
    ['FD00:0EC2:0:0:0:0:0:0254', 'never'],
    ['fd20:ce::254', 'never'],
    ['168.63.129.16', 'never'],
    ['100.100.100.200', 'never'],
    ['192.0.0.192', 'never'],
    ['0.0.0.0', 'never'],
    ['0.1.2.3', 'never'],
    ['::', 'never'],
    ['fe80::1', 'never'],
    ['fec0::1', 'never'],
    ['ff02::1', 'never'],
    ['224.0.0.1', 'never'],
    ['239.255.255.255', 'never'],
    ['240.0.0.1', 'inner'],
    ['240.240.0.7', 'inner'],
    ['64:ff9b:1::8.8.8.8', 'public'],
    ['64:ff9b:1::10.0.0.1', 'inner'],
    ['64:ff9b:1::169.254.169.254', 'never'],
    ['255.255.255.255', 'never'],
    ['192.0.2.1', 'never'],
    ['198.18.0.1', 'inner'],
    ['198.19.255.254', 'inner'],
    ['2001:db8::1', 'never'],
    ['2001::1', 'never'],
    ['64:ff9b:1::1', 'never'],
    ['::ffff:0:7f00:1', 'never'],
    ['100::1', 'never'],
    ['4000::1', 'never'],
  ])('%s is %s', (text, kind) => {
    expect(kindOfAddress(text)).toBe(kind);
  });

  it.each([
    '',
    'localhost',
    'example.com',
    '1.2.3.4.5',
    '256.0.0.1',
    '8.8.8.8:80',
    '8.8.8.8/32',
    'a@8.8.8.8',
    '8.8.8.8#x',
    'fe80::1%eth0',
    '2606:2800:220:1:248:1893:25c8:1946%1',
    '[::1]',
    ':::',
    '1:2:3',
  ])('is not what is none: %j', (text) => {
    expect(kindOfAddress(text)).toBe('never');
  });

  it.each(Object.entries(forms))('is judged alike in another form: %s', (_name, written) => {
    fc.assert(
      fc.property(address, (value) => expect([value, kindOfAddress(written(value))]).toEqual([value, kindOfAddress(dotted(value))])),
    );
  });

  it('is public where no list of what is not has it, as Node reads the lists', () => {
    const special = new BlockList();
    const ranges = '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 168.63.129.16/32 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24';
    const further = '192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4';
    for (const range of `${ranges} ${further}`.split(' ')) {
      const [first = '', length = ''] = range.split('/');
      special.addSubnet(first, Number(length), 'ipv4');
    }
    fc.assert(
      fc.property(address, (value) =>
        expect([value, kindOfAddress(dotted(value)) !== 'public']).toEqual([value, special.check(dotted(value))]),
      ),
    );
  });

  it('of IPv6 is public within what was given out alone', () => {
    const special = new BlockList();
    for (const [first, length] of [
      ['2001::', 23],
      ['2001:db8::', 32],
      ['3fff::', 20],
    ] as const)
      special.addSubnet(first, length, 'ipv6');
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }), (value) => {
        const text = value.toString(16).padStart(32, '0').match(/.{4}/g)!.join(':');
        fc.pre(!text.startsWith('2002:'));
        expect([text, kindOfAddress(text) === 'public']).toEqual([text, /^[23]/.test(text) && !special.check(text, 'ipv6')]);
      }),
    );
  });
});
