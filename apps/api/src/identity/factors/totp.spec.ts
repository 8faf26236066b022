import fc from 'fast-check';
import { codeAt } from '../../testing/authenticators.js';
import { newTotpSecret, otpauthUri, totpStep } from './totp.js';

describe('a code of an authenticator app', () => {
  it('is the one of RFC 6238', () => {
    // Appendix B, SHA-1, the last six of eight digits; the secret is the ASCII text 12345678901234567890.
    const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    expect(totpStep(secret, '287082', new Date(59_000))).toBe(1);
    expect(totpStep(secret, '081804', new Date(1_111_111_109_000))).toBe(37_037_036);
  });

  it('is believed half a minute early or late and no longer, and says its step', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000_000_000, max: 4_000_000_000 }), fc.integer({ min: -4, max: 4 }), (seconds, off) => {
        const secret = newTotpSecret();
        const step = Math.floor(seconds / 30);
        const codes = [-1, 0, 1].map((near) => codeAt(secret, step + near));
        const code = codeAt(secret, step + off);
        const found = totpStep(secret, code, new Date(seconds * 1000));
        if (Math.abs(off) <= 1) expect(found).toBe(step + codes.indexOf(code) - 1);
        else if (!codes.includes(code)) expect(found).toBeUndefined();
      }),
    );
  });

  it.each(['', '12345', '1234567', '12345a', '١٢٣٤٥٦', '-12345', '1e5000'])('is six digits and nothing else: %s', (code) => {
    expect(totpStep(newTotpSecret(), code, new Date())).toBeUndefined();
  });

  it('belongs to a secret of 160 bits, that no two share', () => {
    const secrets = Array.from({ length: 50 }, newTotpSecret);
    expect(new Set(secrets).size).toBe(50);
    for (const secret of secrets) expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(otpauthUri('ABC', 'a+b@x.example')).toMatch(/^otpauth:\/\/totp\/Keel:a%2Bb%40x\.example\?secret=ABC&issuer=Keel/);
  });
});
