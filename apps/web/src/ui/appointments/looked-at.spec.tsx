import { QueryClient } from '@tanstack/react-query';
import { renderHook } from '@testing-library/react';
import { noteTelling } from '../../data/as-told.js';
import type { Appointment } from '../../data/appointments.js';
import { ApiProblem } from '../../data/client/problem.js';
import { inTurn, noteOwn } from '../../data/own-changes.js';
import { asAskedAbout, asMenuOpened, asMoved, useLookedAt } from './looked-at.js';

let forms = 0;
const at = (version: number, start: string, status = 'booked') => ({ id: `a${forms}`, version, start, status }) as Appointment;
const refusal = (current: Appointment) => new ApiProblem(412, 'STALE_VERSION', undefined, undefined, { current });

/** The form of an appointment, which follows what others change; what it would act on is asked for by version. */
function form(opened: Appointment) {
  const { result, rerender } = renderHook(({ now, error }: { now: Appointment; error: unknown }) => useLookedAt(now, error).version, {
    initialProps: { now: opened, error: null as unknown },
  });
  return (now: Appointment, error: unknown = null) => {
    rerender({ now, error });
    return result.current;
  };
}

describe('what a form acts on', () => {
  // Each of another appointment: what a person has changed is remembered as long as the page stands.
  beforeEach(() => void forms++);

  it('is what it was opened on, and what was changed of that which is not shown', () => {
    const of = form(at(1, '10:00'));
    expect(of(at(2, '10:00'))).toBe(2);
    expect(of(at(3, '11:00'))).toBe(1);
  });

  it('is what its refusal showed, and not what was changed again since', () => {
    const of = form(at(1, '10:00'));
    const refused = refusal(at(2, '11:00'));
    expect(of(at(2, '11:00'), refused)).toBe(2);
    expect(of(at(3, '11:00'), refused)).toBe(3);
    expect(of(at(4, '12:00'), refused)).toBe(2);
    // It is so while the next try is on its way, and after each refusal anew.
    expect(of(at(4, '12:00'))).toBe(2);
    expect(of(at(4, '12:00'), refusal(at(4, '12:00')))).toBe(4);
    expect(of(at(5, '12:00', 'arrived'))).toBe(4);
  });

  it('is what its own person has made of it meanwhile, and not what others then did', () => {
    const of = form(at(1, '10:00'));
    noteOwn(at(1, '10:00'), at(2, '10:00', 'confirmed'));
    expect(of(at(2, '10:00', 'confirmed'))).toBe(2);
    expect(of(at(3, '11:00', 'confirmed'))).toBe(2);
  });

  it('is no newer for a refusal of another kind', () => {
    const of = form(at(1, '10:00'));
    expect(of(at(2, '11:00'), new ApiProblem(409, 'SLOT_TAKEN', undefined, undefined, { alternatives: [] }))).toBe(1);
  });
});

describe('what a menu, a question and a way back act on', () => {
  beforeEach(() => void forms++);
  const [SEEN, CONFIRMED, MOVED] = [() => at(1, '10:00'), () => at(2, '10:00', 'confirmed'), () => at(3, '11:00', 'confirmed')] as const;
  const known = (newest: Appointment) => {
    const queries = new QueryClient();
    queries.setQueryData(['appointments', newest.id], newest);
    return queries;
  };
  const each: [string, (seen: Appointment, newest: Appointment) => Appointment][] = [
    ['menu', asMenuOpened],
    ['question', (seen, newest) => asAskedAbout(known(newest), seen)],
    ['way back', (seen, newest) => asMoved(known(newest), seen)],
  ];

  it.each(each)('%s: what its own person has made of it meanwhile, and not what others then did', (_, act) => {
    expect(act(SEEN(), CONFIRMED()).version).toBe(1);
    noteOwn(SEEN(), CONFIRMED());
    expect(act(SEEN(), CONFIRMED()).version).toBe(2);
    expect(act(SEEN(), MOVED()).version).toBe(2);
    // What is not shown holds nobody up.
    expect(act(SEEN(), at(4, '10:00', 'confirmed')).version).toBe(4);
  });
});

describe('what is done while something else is under way', () => {
  beforeEach(() => void forms++);
  const sent: number[] = [];
  const send = (now: Appointment) => async (seen: Appointment) => {
    sent.push(seen.version);
    noteOwn(seen, now);
    return now;
  };
  beforeEach(() => void sent.splice(0));

  it('waits for that, and is done to what that made of it', async () => {
    const answer = Promise.withResolvers<Appointment>();
    const first = inTurn(at(1, '10:00'), async (seen) => send(await answer.promise)(seen));
    const second = inTurn(at(1, '10:00'), send(at(3, '11:00', 'confirmed')));
    const third = inTurn(at(1, '10:00'), send(at(4, '12:00', 'confirmed')));
    await Promise.resolve();
    expect(sent).toEqual([]);
    answer.resolve(at(2, '10:00', 'confirmed'));
    expect((await Promise.all([first, second, third])).map(({ version }) => version)).toEqual([2, 3, 4]);
    expect(sent).toEqual([1, 2, 3]);
  });

  it('is done to what words of the telling left in between, too', async () => {
    noteTelling(at(1, '10:00'), at(2, '10:00'));
    const first = inTurn(at(1, '10:00'), send(at(3, '10:00', 'confirmed')));
    const afterTheirWords = inTurn(at(2, '10:00'), send(at(4, '11:00', 'confirmed')));
    await Promise.all([first, afterTheirWords, inTurn(at(1, '10:00'), send(at(5, '12:00', 'confirmed')))]);
    expect(sent).toEqual([2, 3, 4]);
  });

  it('is done to what was seen where that was refused, or was of another appointment', async () => {
    const refused = inTurn(at(1, '10:00'), () => Promise.reject(refusal(at(2, '11:00'))));
    const next = inTurn(at(1, '10:00'), send(at(3, '12:00')));
    await expect(refused).rejects.toBeInstanceOf(ApiProblem);
    await next;
    const held = inTurn(at(3, '12:00'), () => new Promise(() => undefined));
    forms++;
    await inTurn(at(1, '10:00'), send(at(2, '11:00')));
    expect(sent).toEqual([1, 1]);
    void held;
  });

  it('is done to nothing that a colleague made of what that left', async () => {
    const first = inTurn(at(1, '10:00'), send(at(2, '10:00', 'confirmed')));
    await first;
    await inTurn(at(3, '11:00', 'confirmed'), send(at(4, '12:00', 'confirmed')));
    // Of what was shown before the colleague did it, they have made no more than this.
    await inTurn(at(1, '10:00'), send(at(5, '13:00')));
    expect(sent).toEqual([1, 3, 2]);
  });
});
