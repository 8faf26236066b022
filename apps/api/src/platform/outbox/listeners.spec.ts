import { EVENTS } from '@keel/contracts';
import { catalogueFaults } from './listeners.js';

const everything = new Map([['hearAll', Object.keys(EVENTS)]]);

describe('the event catalogue against its listeners', () => {
  it('is sound when every event is heard', () => {
    expect(catalogueFaults(everything)).toEqual([]);
  });

  it('names an event that nobody hears, with the mend', () => {
    const catalogue = { 'note.signed': { version: 1 }, 'clinic.created': { version: 1, external: true as const } };
    expect(catalogueFaults(new Map(), catalogue)).toEqual([expect.stringContaining("add an @On('note.signed')")]);
    expect(catalogueFaults(new Map([['markDocumented', ['note.signed']]]), catalogue)).toEqual([]);
  });

  it('names a listener to an event that is not there', () => {
    expect(catalogueFaults(new Map([...everything, ['hearGhost', ['ghost.seen']]]))).toEqual([expect.stringContaining('ghost.seen')]);
  });
});
