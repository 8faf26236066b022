import { UNDO_WINDOW_MS } from '@keel/contracts';
import { offerAbout, offerUndo, stands, subscribeOffers, takeBack, withdrawUndo } from './undo.js';

const done: string[] = [];
const undo = (label: string, about?: string) => ({ label, ...(about && { about }), run: () => done.push(label) });
const NOW = Date.UTC(2026, 10, 24);

describe('undoing', () => {
  beforeEach(() => {
    while (takeBack(undefined, NOW));
    done.length = 0;
  });

  it('takes back the last thing first, each once', () => {
    offerUndo(undo('first'), NOW);
    offerUndo(undo('second'), NOW);
    expect([takeBack(undefined, NOW), takeBack(undefined, NOW), takeBack(undefined, NOW)]).toEqual([true, true, false]);
    expect(done).toEqual(['second', 'first']);
  });

  it('takes back the one that is meant', () => {
    const first = offerUndo(undo('first'), NOW);
    offerUndo(undo('second'), NOW);
    expect(takeBack(first.id, NOW)).toBe(true);
    expect(takeBack(first.id, NOW)).toBe(false);
    expect(done).toEqual(['first']);
  });

  it('is offered for three minutes', () => {
    offerUndo(undo('late'), NOW);
    expect(takeBack(undefined, NOW + UNDO_WINDOW_MS)).toBe(false);
    expect(takeBack(undefined, NOW + UNDO_WINDOW_MS - 1)).toBe(true);
  });

  it('is offered of the newest change of a thing alone, and of none once it changes otherwise', () => {
    const old = offerUndo(undo('old', 'appointment'), NOW);
    const newer = offerUndo(undo('new', 'appointment'), NOW);
    offerUndo(undo('another', 'other'), NOW);
    expect([stands(old.id), stands(newer.id), offerAbout('appointment')?.label]).toEqual([false, true, 'new']);
    withdrawUndo('appointment');
    expect(offerAbout('appointment')).toBeUndefined();
    expect(offerAbout('other')?.label).toBe('another');
  });

  it('tells who listens', () => {
    let told = 0;
    const stop = subscribeOffers(() => told++);
    offerUndo(undo('one', 'appointment'), NOW);
    withdrawUndo('nothing');
    withdrawUndo('appointment');
    stop();
    offerUndo(undo('two'), NOW);
    expect(told).toBe(2);
  });
});
