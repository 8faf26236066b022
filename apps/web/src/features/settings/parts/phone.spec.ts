import { mayBePhone, typedPhone } from './phone.js';

const unread = { phone: null, phoneExtension: null, phoneRemark: 'ask at the desk' };

it('writes a phone with plain spaces, as one types it', () => {
  expect(typedPhone({ phone: '+15145550123', phoneExtension: '45', phoneRemark: null }, 'fr')).toBe('514 555-0123 poste 45');
});

it('takes what can hold a number, nothing at all, and what stood there before', () => {
  expect(mayBePhone('514 555 0123', undefined, 'en')).toBe(true);
  expect(mayBePhone(' ', undefined, 'en')).toBe(true);
  expect(mayBePhone('ask at the desk', unread, 'en')).toBe(true);
  expect(mayBePhone('ask at the door', unread, 'en')).toBe(false);
  expect(mayBePhone('ask at the desk', undefined, 'en')).toBe(false);
});
