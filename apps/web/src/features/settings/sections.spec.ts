import { type Permission, permissionsOf, type Role } from '@keel/contracts';
import { canChange, canSetUp, sectionsFor } from './sections.js';

const canOf = (role: Role) => {
  const permissions = permissionsOf([role], false);
  return (permission: Permission) => permissions.has(permission);
};

describe('the sections of the settings', () => {
  it('are all there for an owner, who changes each', () => {
    expect(sectionsFor(canOf('owner'))).toHaveLength(12);
    expect(sectionsFor(canOf('owner')).every((key) => canChange(canOf('owner'), key))).toBe(true);
    expect(canSetUp(canOf('owner'))).toBe(true);
  });

  it('are read by the front desk and changed by nobody there; what is not theirs is not listed', () => {
    const desk = sectionsFor(canOf('front_desk'));
    expect(desk).toEqual(['clinic', 'locations', 'staff', 'practitioners', 'services', 'hours', 'reminders']);
    expect(desk.filter((key) => canChange(canOf('front_desk'), key))).toEqual([]);
    expect(canSetUp(canOf('front_desk'))).toBe(false);
  });

  it('show a practitioner the note templates', () => expect(sectionsFor(canOf('practitioner'))).toContain('note-templates'));
});
