import { landingOf, wayOn } from './landing.js';

describe('the first page after signing in', () => {
  it('is the day of a practitioner and the schedule of everybody else', () => {
    expect(landingOf({ roles: ['practitioner'] })).toBe('/today');
    expect(landingOf({ roles: ['front_desk'] })).toBe('/schedule');
    expect(landingOf({ roles: ['owner'] })).toBe('/schedule');
  });

  it('is where the person was going, unless that is somewhere else', () => {
    expect(wayOn('/patients/1?appointment=2', { roles: ['owner'] })).toBe('/patients/1?appointment=2');
    for (const foreign of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '', undefined]) {
      expect(wayOn(foreign, { roles: ['owner'] })).toBe('/schedule');
    }
  });
});
