import { newLocation, toLocation } from './location-form.js';

describe('the form of a location', () => {
  it('sends emptied parts of the address as none', () => {
    expect(toLocation({ city: ' ', phone: ' 416 555 0100 ', name: ' Annex ' })).toEqual({
      city: null,
      phone: '416 555 0100',
      name: 'Annex',
    });
  });

  it('begins in the zone and the province of the clinic', () => {
    expect(newLocation('America/Toronto', 'ON')).toMatchObject({ timeZone: 'America/Toronto', region: 'ON', name: '' });
  });
});
