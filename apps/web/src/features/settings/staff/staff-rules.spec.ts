import type { Member } from '../../../data/members.js';
import { chartObstacle, isLastOwner, leaveObstacle, type Me, roleObstacle, withAddress } from './staff-rules.js';

const member = (over: Partial<Member>): Member => ({
  id: 'a',
  userId: 'u-a',
  email: null,
  firstName: 'A',
  lastName: 'B',
  roles: ['owner'],
  chartRight: false,
  ownedLately: false,
  active: true,
  status: 'active',
  version: 1,
  ...over,
});
const owner = member({});
const other = member({ id: 'c', userId: 'u-c' });
const desk = member({ id: 'b', userId: 'u-b', roles: ['front_desk'] });
const me: Me = { userId: 'u-a', roles: ['owner'], chartRight: false };
const admin: Me = { userId: 'u-x', roles: ['admin'], chartRight: false };

it('knows an address that works here or is invited, however it is typed', () => {
  const [here, invited] = [member({ email: 'A@x.example' }), member({ id: 'i', email: 'i@x.example', status: 'invited' })];
  const gone = member({ id: 'g', email: 'g@x.example', status: 'inactive' });
  const staff = [here, invited, gone, desk];
  expect(withAddress(' a@X.example ', staff)).toBe(here);
  expect(withAddress('I@x.example', staff)).toBe(invited);
  for (const other of ['g@x.example', 'b@x.example', '']) expect(withAddress(other, staff)).toBeUndefined();
});

describe('what may be done to a member of staff', () => {
  it('keeps a clinic its last owner: an invited or deactivated one does not count', () => {
    expect(isLastOwner(owner, [owner, desk])).toBe(true);
    expect(isLastOwner(owner, [owner, member({ id: 'c', status: 'invited' }), member({ id: 'd', status: 'inactive' })])).toBe(true);
    expect(isLastOwner(owner, [owner, other])).toBe(false);
    expect(roleObstacle(me, owner, [owner, desk], 'owner')).toBe('lastOwner');
    expect(roleObstacle(me, desk, [owner, desk], 'owner')).toBeUndefined();
  });

  it('lets only owners make or unmake owners, and open charts', () => {
    expect(roleObstacle(admin, desk, [owner, desk], 'owner')).toBe('ownerOnly');
    expect(roleObstacle(admin, desk, [owner, desk], 'practitioner')).toBe('ownerOnly');
    expect(roleObstacle(admin, desk, [owner, desk], 'billing')).toBeUndefined();
    expect(leaveObstacle(admin, owner, [owner, other, desk])).toBe('ownerOnly');
    expect(leaveObstacle(admin, desk, [owner, desk])).toBeUndefined();
    const left = member({ id: 'd', userId: 'u-d', roles: ['practitioner'], active: false, status: 'inactive' });
    expect(leaveObstacle(admin, left, [owner, left])).toBe('ownerOnly');
    expect(leaveObstacle(me, left, [owner, left])).toBeUndefined();
  });

  it('lets nobody raise or lock out themselves; the only owner may raise themselves', () => {
    expect(leaveObstacle({ ...admin, userId: 'u-b' }, desk, [owner, desk])).toBe('notYourself');
    const administrator = member({ id: 'x', userId: 'u-x', roles: ['admin'] });
    expect(roleObstacle(admin, administrator, [owner, administrator], 'practitioner')).toBe('ownRights');
    expect(roleObstacle(me, owner, [owner], 'practitioner')).toBeUndefined();
    expect(roleObstacle(me, owner, [owner, other], 'practitioner')).toBe('otherOwner');
  });

  it('gives the chart right to owners alone, by another owner', () => {
    expect(chartObstacle(me, other, [owner, other])).toBeUndefined();
    expect(chartObstacle(me, owner, [owner, other])).toBe('otherOwner');
    const put = { ...other, active: false, status: 'inactive', ownedLately: true } as const;
    expect(chartObstacle(me, owner, [owner, put])).toBe('soleTooRecently');
    expect(chartObstacle(me, owner, [owner, { ...put, ownedLately: false }])).toBeUndefined();
    expect(chartObstacle(me, desk, [owner, desk])).toBe('chartRightOfOwners');
    expect(chartObstacle({ ...me, chartRight: true }, member({ chartRight: true }), [owner, other])).toBeUndefined();
  });
});
