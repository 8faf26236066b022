import { dialled, firstPhone, mayHoldPhone, notedPhone, readablePhone } from './phones.js';

const none = { phone: null, phoneExtension: null, phoneRemark: null };
const desk = { phone: '+15145550123', phoneExtension: '45', phoneRemark: 'desk' };

describe('a phone', () => {
  it('is written as people here read it', () => {
    expect(readablePhone('+14165550123')).toBe('416\u00a0555-0123');
    expect(readablePhone('+33612345678')).toBe('+33612345678');
  });

  it('stands with its extension and what was noted, in the language of its reader', () => {
    expect(notedPhone(desk, 'en')).toBe('514\u00a0555-0123\u00a0x\u00a045, desk');
    expect(notedPhone(desk, 'fr')).toBe('514\u00a0555-0123\u00a0poste\u00a045, desk');
    expect(notedPhone({ ...none, phoneRemark: 'ask at the desk' }, 'en')).toBe('ask at the desk');
    expect(notedPhone(none, 'en')).toBe('');
  });

  it('is the location’s, or else the clinic’s', () => {
    expect(firstPhone(none, desk)).toEqual(desk);
    expect(firstPhone({ ...none, phoneRemark: 'ring twice' }, desk)).toEqual({ ...none, phoneRemark: 'ring twice' });
    expect(firstPhone(none)).toEqual(none);
  });

  it('is dialled with its extension', () => {
    expect(dialled(desk)).toBe('tel:+15145550123;ext=45');
    expect(dialled({ ...desk, phoneExtension: null })).toBe('tel:+15145550123');
  });

  it('has as many digits as a number may have', () => {
    expect(['555 0123', '514 555-0123 x 45'].map(mayHoldPhone)).toEqual([true, true]);
    expect(['555', 'call me', '1'.repeat(23)].map(mayHoldPhone)).toEqual([false, false, false]);
  });
});
