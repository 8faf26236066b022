import fc from 'fast-check';
import { deviceOf } from './device.js';

describe('the words for a device', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0',
      'Edge, Windows',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox, Linux'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile/15E148 Safari/604.1',
      'Safari, iPhone',
    ],
    ['Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/141.0.0.0 Mobile Safari/537.36', 'Chrome, Android'],
    ['curl/8.5.0', ''],
    ['', ''],
  ])('are few: %s', (userAgent, device) => {
    expect(deviceOf(userAgent)).toBe(device);
  });

  it('repeat nothing that a caller wrote', () => {
    fc.assert(fc.property(fc.string(), (userAgent) => /^[A-Za-z ,]*$/.test(deviceOf(userAgent))));
  });
});
