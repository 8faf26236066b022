import { EVENT_TYPES, EVENTS } from '@keel/contracts';
import { catalogueFaults } from './listeners.js';

const everything = new Map([['hearAll', EVENT_TYPES.filter((type) => !EVENTS[type].external)]]);

describe('the event catalogue against its listeners', () => {
  it('is sound when every event that is not external is heard', () => {
    expect(catalogueFaults(everything)).toEqual([]);
  });

  it('names an event that nobody hears, with the mend', () => {
    const catalogue = { 'note.signed': { version: 1 }, 'clinic.created': { version: 1, external: true as const } };
    expect(catalogueFaults(new Map(), catalogue)).toEqual([expect.stringContaining("add an @On('note.signed')")]);
    expect(catalogueFaults(new Map([['markDocumented', ['note.signed']]]), catalogue)).toEqual([]);
  });

  it('names an event that is marked external and is heard, with the mend', () => {
    const heard = new Map([...everything, ['hearBirth', ['clinic.created']]]);
    expect(catalogueFaults(heard)).toEqual([expect.stringContaining('clinic.created is marked external and is heard inside')]);
  });

  it('names a listener to an event that is not there', () => {
    expect(catalogueFaults(new Map([...everything, ['hearGhost', ['ghost.seen']]]))).toEqual([expect.stringContaining('ghost.seen')]);
  });
});
