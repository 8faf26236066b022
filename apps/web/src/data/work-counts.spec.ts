import { WORK_ITEM_KINDS, WORK_ITEMS } from '@keel/contracts';
import { workCounted } from './work-counts.js';

describe('what is to be decided', () => {
  it('is counted as messages where it is about one, and as something else otherwise', () => {
    expect(workCounted()).toEqual({ messages: 0, others: 0 });
    for (const kind of WORK_ITEM_KINDS) {
      const ofMessage = WORK_ITEMS[kind].subject === 'messages';
      expect(workCounted([{ kind, count: 3, mine: 1 }])).toEqual(ofMessage ? { messages: 3, others: 0 } : { messages: 0, others: 3 });
    }
    const some = [
      { kind: 'message_failed' as const, count: 2, mine: 0 },
      { kind: 'message_received' as const, count: 1, mine: 0 },
      { kind: 'dead_letter' as const, count: 4, mine: 4 },
    ];
    expect(workCounted(some)).toEqual({ messages: 3, others: 4 });
  });
});
