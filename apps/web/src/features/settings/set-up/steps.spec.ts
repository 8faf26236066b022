import { progressOf, type SetUpFacts } from './steps.js';

const nothing: SetUpFacts = { clinic: { phone: null, email: null }, practitioners: [], services: [], hours: [], visited: false };
const me = { id: 'me', active: true, profession: 'physiotherapist' as const };
const service = { archived: false, profession: 'physiotherapist' as const };

describe('the set-up of a clinic', () => {
  it('goes step by step from nothing to a first appointment', () => {
    const facts = { ...nothing };
    expect(progressOf(facts)).toMatchObject({ count: 0, next: 'clinic' });
    facts.clinic = { phone: '416 555 0100', email: null };
    expect(progressOf(facts).next).toBe('practitioners');
    facts.practitioners = [me];
    expect(progressOf(facts).next).toBe('services');
    facts.services = [service];
    expect(progressOf(facts).next).toBe('hours');
    facts.hours = [{ practitionerId: 'me', weekly: [{}] }];
    expect(progressOf(facts).next).toBe('appointment');
    expect(progressOf({ ...facts, visited: true })).toMatchObject({ count: 5, next: undefined });
  });

  it('counts only what somebody who works here can be booked with', () => {
    const facts = {
      ...nothing,
      practitioners: [{ ...me, active: false }],
      services: [service],
      hours: [{ practitionerId: 'me', weekly: [{}] }],
    };
    expect(progressOf(facts).done).toMatchObject({ practitioners: false, services: false, hours: false });
    const other = {
      ...facts,
      practitioners: [{ ...me, profession: 'counsellor' as const }],
      hours: [{ practitionerId: 'me', weekly: [] }],
    };
    expect(progressOf(other).done).toMatchObject({ practitioners: true, services: false, hours: false });
    expect(progressOf({ ...other, services: [{ ...service, archived: true }] }).done.services).toBe(false);
  });
});
