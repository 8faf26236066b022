import { allowedChannels } from './consents.service.js';

const person = { email: 'a@b.example', phone: '+14165550100', preferredChannel: 'sms' as const, consents: [] };

describe('how somebody may be reached', () => {
  it('follows their preference where nothing was refused', () => {
    expect(allowedChannels(person, 'appointments')).toEqual(['sms', 'email']);
    expect(allowedChannels({ ...person, preferredChannel: 'email' }, 'appointments')).toEqual(['email', 'sms']);
  });

  it('leaves out a refused channel and one without an address', () => {
    expect(allowedChannels({ ...person, consents: [{ channel: 'sms', granted: false }] }, 'appointments')).toEqual(['email']);
    expect(allowedChannels({ ...person, email: null }, 'appointments')).toEqual(['sms']);
  });

  it('asks for a yes before marketing', () => {
    expect(allowedChannels(person, 'marketing')).toEqual([]);
    expect(allowedChannels({ ...person, consents: [{ channel: 'email', granted: true }] }, 'marketing')).toEqual(['email']);
  });
});
