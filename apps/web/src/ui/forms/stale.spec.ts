import { changedOf, overruled } from './stale.js';

const initial = { name: 'Maple', phone: '', roles: ['admin'] };

describe('a form over a record that others change too', () => {
  it('sends only what was changed in it', () => {
    expect(changedOf(initial, { ...initial, roles: ['admin'] })).toEqual({});
    expect(changedOf(initial, { ...initial, phone: '5', roles: [] })).toEqual({ phone: '5', roles: [] });
  });

  it('tells what somebody else wrote into the same field, and not what both wrote alike', () => {
    const mine = { ...initial, name: 'Maple Physio', phone: '416 555 0100' };
    expect(overruled(initial, mine, { ...initial, name: 'Maple Massage', roles: [] })).toEqual({ name: 'Maple Massage' });
    expect(overruled(initial, mine, { ...initial, name: 'Maple Physio' })).toEqual({});
  });
});
