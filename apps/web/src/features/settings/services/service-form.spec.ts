import { serviceValues, toNewService, toServiceChange } from './service-form.js';
import type { Service } from '../../../data/services.js';

const service = {
  name: 'Massage 60',
  profession: 'massage_therapist',
  durationMinutes: 60,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 10,
  price: { amount: 12000, currency: 'CAD' },
  colour: '#3b82f6',
  description: 'Of the whole body',
} as Service;

const changeOf = (changed: object) => {
  const values = { ...serviceValues(service, 'en-CA'), ...changed };
  return toServiceChange(changed, toNewService(values, 'en-CA', 'CAD'));
};

describe('the form of a service', () => {
  it('takes away what was emptied: a colour and a description', () => {
    expect(changeOf({ colour: '', description: ' ' })).toEqual({ colour: null, description: null });
  });

  it('sends what was changed and nothing else, and never another profession', () => {
    expect(changeOf({ name: ' Massage 90 ', durationMinutes: '90', profession: 'counsellor' })).toEqual({
      name: 'Massage 90',
      durationMinutes: 90,
    });
  });
});
