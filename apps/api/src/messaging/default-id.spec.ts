import { defaultId } from './default-id.js';

describe('the id of a default', () => {
  it('is the version 5 UUID of the standard', () => {
    // RFC 9562, appendix A.4: the DNS namespace and www.example.com.
    expect(defaultId('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
  });

  it('is another in another clinic', () => {
    expect(defaultId('0198c2f0-0000-7000-8000-000000000001', 'a')).not.toBe(defaultId('0198c2f0-0000-7000-8000-000000000002', 'a'));
  });
});
