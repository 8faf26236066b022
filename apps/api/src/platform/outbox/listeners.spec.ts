import { EVENTS } from '@keel/contracts';
import { catalogueFaults } from './listeners.js';

const everything = new Map([['hearAll', Object.keys(EVENTS)]]);

describe('the event catalogue against its listeners', () => {
  it('is sound when every event is heard', () => {
    expect(catalogueFaults(everything)).toEqual([]);
  });

  it('names an event that nobody hears, with the mend', () => {
    const deaf = new Map([['hearMost', Object.keys(EVENTS).filter((type) => type !== 'note.signed')]]);
    expect(catalogueFaults(deaf)).toEqual([expect.stringContaining("add an @On('note.signed')")]);
  });

  it('names a listener to an event that is not there', () => {
    expect(catalogueFaults(new Map([...everything, ['hearGhost', ['ghost.seen']]]))).toEqual([expect.stringContaining('ghost.seen')]);
  });
});
