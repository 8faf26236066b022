import { NOTE_STATUSES } from '@keel/contracts';
import fc from 'fast-check';
import { noteFacts } from './note-facts.js';

describe('what an appointment shows of its notes', () => {
  it('is the same in whatever order they were written, and however often they are counted', () => {
    const statuses = fc.array(fc.constantFrom(...NOTE_STATUSES));
    fc.assert(
      fc.property(statuses, (all) => {
        expect(noteFacts([...all, ...all.toReversed()])).toEqual(noteFacts(all));
        const signed = all.includes('signed') || all.includes('amended');
        expect(noteFacts(all).documented).toBe(signed);
        expect(noteFacts(all).noteStatus === null).toBe(all.length === 0);
      }),
    );
    expect(noteFacts(['entered_in_error', 'signed'])).toEqual({ documented: true, noteStatus: 'signed' });
    expect(noteFacts(['entered_in_error', 'draft'])).toEqual({ documented: false, noteStatus: 'draft' });
  });
});
