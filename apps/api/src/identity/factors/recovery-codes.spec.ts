import { hashRecoveryCode, newRecoveryCodes } from './recovery-codes.js';

describe('recovery codes', () => {
  it('are ten, each another, without letters that look like digits', () => {
    const codes = [...newRecoveryCodes(), ...newRecoveryCodes()];
    expect(new Set(codes).size).toBe(20);
    for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it('are known however they are typed', () => {
    const hash = hashRecoveryCode('0123-ABCD-1111-2222-3333-4444');
    expect(hashRecoveryCode(' o123abcd il11 2222-3333-4444 ')).toEqual(hash);
    expect(hashRecoveryCode('0123-ABCD-1111-2222-3333-4445')).not.toEqual(hash);
  });
});
