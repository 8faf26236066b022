import fc from 'fast-check';
import { FIELDS, type GuardedDto, hiddenFields, viewOf } from './fields.js';
import { PERMISSIONS, permissionsOf, type Role, ROLES } from './permissions/index.js';

const DTOS = Object.keys(FIELDS) as GuardedDto[];
const hiddenFrom = (dto: GuardedDto, role: Role, own = false) => hiddenFields(dto, permissionsOf([role], false), own);

describe('the fields of a record', () => {
  it('that billing does without are alerts, whom to call, the health card and what was told for care', () => {
    expect(hiddenFrom('PatientDto', 'billing').toSorted()).toEqual(
      ['alerts', 'emergencyContact', 'genderIdentity', 'healthCardNumber', 'occupation', 'referralSource'].toSorted(),
    );
    expect(hiddenFrom('AppointmentDto', 'billing').toSorted()).toEqual(['cancelReason', 'patientAlerts']);
    for (const role of ROLES) if (role !== 'billing') expect(hiddenFrom('PatientDto', role)).toEqual([]);
  });

  it('why somebody is off is for who plans, and for themselves', () => {
    expect(ROLES.filter((role) => hiddenFrom('TimeOffDto', role).length === 0)).toEqual(['owner', 'admin']);
    expect(hiddenFrom('TimeOffDto', 'practitioner', true)).toEqual([]);
    expect(hiddenFrom('StaffDto', 'front_desk', true)).toEqual(['email']);
  });

  it('are all there, or left out as the table says, and never changed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DTOS), fc.subarray([...PERMISSIONS]), fc.boolean(), (dto, permissions, own) => {
        const record = Object.fromEntries(Object.keys(FIELDS[dto]).map((field) => [field, field]));
        const held = new Set(permissions);
        const hidden = hiddenFields(dto, held, own);
        const seen = viewOf(dto, held, own)(record);
        expect([...Object.keys(seen), ...hidden].toSorted()).toEqual(Object.keys(record).toSorted());
        for (const field of Object.keys(seen)) expect(seen[field]).toBe(field);
      }),
    );
  });
});
