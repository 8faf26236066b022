import { permissionsOf, type Role } from '@keel/contracts';
import { tabsFor } from './patient-tabs.js';

const tabsOf = (role: Role, chartRight = false) => tabsFor((permission) => permissionsOf([role], chartRight).has(permission));

describe('the tabs of a patient', () => {
  it('hold the chart only for who may read charts', () => {
    expect(tabsOf('practitioner')).toEqual(['journey', 'chart', 'appointments', 'billing', 'messages', 'details']);
    expect(tabsOf('front_desk')).toEqual(['journey', 'appointments', 'billing', 'messages', 'details']);
    expect(tabsOf('owner')).not.toContain('chart');
    expect(tabsOf('owner', true)).toContain('chart');
  });

  it('hold the messages only for who may read messages', () => {
    expect(tabsOf('billing')).toEqual(['journey', 'appointments', 'billing', 'details']);
  });
});
