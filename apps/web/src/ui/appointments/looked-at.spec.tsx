import { renderHook } from '@testing-library/react';
import { ApiProblem } from '../../data/client/problem.js';
import type { Appointment } from '../../data/appointments.js';
import { useLookedAt } from './looked-at.js';
import { noteOwn } from '../../data/own-changes.js';

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
