import type { Member } from './staff.queries.js';
import { isLastOwner, leaveObstacle, ownerObstacle } from './staff-rules.js';

const member = (over: Partial<Member>): Member => ({
  id: 'a',
  userId: 'u-a',
  email: null,
  firstName: 'A',
  lastName: 'B',
  roles: ['owner'],
  chartRight: false,
  active: true,
  status: 'active',
  version: 1,
  ...over,
});
const owner = member({});
const desk = member({ id: 'b', userId: 'u-b', roles: ['front_desk'] });

describe('what may be done to a member of staff', () => {
  it('keeps a clinic its last owner: an invited or deactivated one does not count', () => {
    expect(isLastOwner(owner, [owner, desk])).toBe(true);
    expect(isLastOwner(owner, [owner, member({ id: 'c', status: 'invited' }), member({ id: 'd', status: 'inactive' })])).toBe(true);
    expect(isLastOwner(owner, [owner, member({ id: 'c' })])).toBe(false);
    expect(ownerObstacle(['owner'], owner, [owner, desk])).toBe('lastOwner');
    expect(ownerObstacle(['owner'], desk, [owner, desk])).toBeUndefined();
  });

  it('lets only owners make or unmake owners', () => {
    expect(ownerObstacle(['admin'], desk, [owner, desk])).toBe('ownerOnly');
    expect(leaveObstacle({ userId: 'u-x', roles: ['admin'] }, owner, [owner, desk])).toBe('ownerOnly');
    expect(leaveObstacle({ userId: 'u-x', roles: ['admin'] }, desk, [owner, desk])).toBeUndefined();
  });

  it('lets nobody lock themselves out', () =>
    expect(leaveObstacle({ userId: 'u-b', roles: ['admin'] }, desk, [owner, desk])).toBe('notYourself'));
});
