import fc from 'fast-check';
import {
  givesAnything,
  givesClinical,
  losesClinical,
  NO_STANDING,
  rightsObstacle,
  type RightsChange,
  scopesNow,
  type Standing,
} from './authority.js';
import { CLINICAL_PERMISSIONS, PERMISSIONS, permissionsOf, type Role, ROLES } from './permissions/index.js';

const as = (roles: Role[], chartRight = false): Standing => ({ roles, chartRight });
const owner = as(['owner']);
const admin = as(['admin']);

const standings = fc.record({ roles: fc.subarray([...ROLES], { minLength: 1 }), chartRight: fc.boolean() });
const changes: fc.Arbitrary<RightsChange> = fc
  .record({
    giver: standings,
    own: fc.boolean(),
    otherOwner: fc.boolean(),
    lateOwner: fc.boolean(),
    from: fc.oneof(standings, fc.constant(NO_STANDING)),
    to: standings,
  })
  // Whoever changes their own rights is who they are.
  .map((change) => (change.own ? { ...change, from: change.giver } : change));
const allowed = (change: RightsChange) => rightsObstacle(change) === undefined;
const clinical = ({ roles, chartRight }: Standing) =>
  CLINICAL_PERMISSIONS.filter((one) => permissionsOf(roles, chartRight).has(one)).length;

describe('permissions', () => {
  it('open clinical content to practitioners and by the chart right, and to nobody else', () => {
    for (const role of ROLES) expect(clinical(as([role]))).toBe(role === 'practitioner' ? CLINICAL_PERMISSIONS.length : 0);
    expect(clinical(as(['owner'], true))).toBe(CLINICAL_PERMISSIONS.length);
    expect(CLINICAL_PERMISSIONS).toEqual(['chart:read', 'chart:write', 'note:write', 'note:sign']);
  });

  it('are of somebody: none is declared for nobody', () => {
    const all = permissionsOf([...ROLES], false);
    expect(PERMISSIONS.filter((permission) => !all.has(permission))).toEqual([]);
  });
});

describe('a change of rights', () => {
  it('gives where it makes an owner, even of somebody who may do all the rest already', () => {
    const rest = as(
      ROLES.filter((role) => role !== 'owner'),
      true,
    );
    expect(givesAnything({ from: rest, to: { ...rest, roles: [...ROLES] } })).toBe(true);
    expect(givesAnything({ from: rest, to: rest })).toBe(false);
  });

  it('never opens charts by anybody but an owner, and to an owner themselves only where there is no other', () => {
    fc.assert(
      fc.property(changes, (change) => {
        if (!givesClinical(change) || !allowed(change)) return;
        expect(change.giver.roles).toContain('owner');
        if (change.own) expect([change.otherOwner, change.lateOwner]).toEqual([false, false]);
      }),
    );
  });

  it('never raises whoever makes it, but the only owner', () => {
    fc.assert(
      fc.property(changes, (change) => {
        if (!change.own || !givesAnything(change) || !allowed(change)) return;
        expect([change.giver.roles.includes('owner'), change.otherOwner, change.lateOwner]).toEqual([true, false, false]);
      }),
    );
  });

  it('by one who owns nothing gives no more than they have, and leaves owners as they are', () => {
    fc.assert(
      fc.property(changes, (change) => {
        const { giver, own, from, to } = change;
        if (own || giver.roles.includes('owner') || !allowed(change)) return;
        const held = permissionsOf(giver.roles, giver.chartRight);
        const had = permissionsOf(from.roles, from.chartRight);
        for (const one of permissionsOf(to.roles, to.chartRight)) expect(had.has(one) || held.has(one)).toBe(true);
        expect(from.roles.includes('owner') || to.roles.includes('owner')).toBe(false);
      }),
    );
  });

  it('downwards is free to everybody for themselves', () => {
    fc.assert(
      fc.property(standings, fc.boolean(), fc.constantFrom(...ROLES), (me, otherOwner, dropped) => {
        const to = { roles: me.roles.filter((role) => role !== dropped), chartRight: false };
        expect(rightsObstacle({ giver: me, own: true, otherOwner, lateOwner: otherOwner, from: me, to })).toBeUndefined();
      }),
    );
  });

  it.each<[string, Partial<RightsChange>, ReturnType<typeof rightsObstacle>]>([
    ['an administrator makes a practitioner', { giver: admin, to: as(['practitioner']) }, 'ownerOnly'],
    ['an administrator makes an owner', { giver: admin, to: owner }, 'ownerOnly'],
    ['an administrator makes an owner less', { giver: admin, from: owner, to: admin }, 'ownerOnly'],
    ['an administrator brings a practitioner back', { giver: admin, from: NO_STANDING, to: as(['practitioner']) }, 'ownerOnly'],
    [
      'an administrator takes a practitioner’s role away',
      { giver: admin, from: as(['practitioner', 'front_desk']), to: as(['front_desk']) },
      undefined,
    ],
    ['an administrator becomes a practitioner', { giver: admin, own: true, from: admin, to: as(['admin', 'practitioner']) }, 'ownRights'],
    ['an administrator becomes the desk', { giver: admin, own: true, from: admin, to: as(['front_desk']) }, undefined],
    [
      'an owner becomes a practitioner beside another owner',
      { own: true, otherOwner: true, from: owner, to: as(['owner', 'practitioner']) },
      'otherOwner',
    ],
    [
      'an owner who has lately put the other out becomes a practitioner',
      { own: true, lateOwner: true, from: owner, to: as(['owner', 'practitioner']) },
      'soleTooRecently',
    ],
    ['an owner who has lately put the other out makes a practitioner', { lateOwner: true, to: as(['practitioner']) }, undefined],
    ['the only owner becomes a practitioner', { own: true, from: owner, to: as(['owner', 'practitioner']) }, undefined],
    ['an owner gives another the chart right', { otherOwner: true, from: owner, to: as(['owner'], true) }, undefined],
    ['an owner gives the desk the chart right', { from: as(['front_desk']), to: as(['front_desk'], true) }, 'chartRightOfOwners'],
    ['the desk, should it ever manage staff, makes an administrator', { giver: as(['front_desk']), to: admin }, 'beyondGiver'],
  ])('where %s', (_what, change, obstacle) => {
    expect(rightsObstacle({ giver: owner, own: false, otherOwner: false, lateOwner: false, from: NO_STANDING, to: owner, ...change })).toBe(
      obstacle,
    );
  });
});

describe('what a change takes', () => {
  it('is clinical where a clinical role ends, whatever else they hold, or the last of what opened charts', () => {
    const both = as(['owner', 'practitioner'], true);
    expect(losesClinical({ from: both, to: owner })).toBe(true);
    expect(losesClinical({ from: both, to: as(['owner'], true) })).toBe(true);
    expect(losesClinical({ from: both, to: as(['owner', 'practitioner']) })).toBe(false);
    expect(losesClinical({ from: as(['owner'], true), to: owner })).toBe(true);
    expect(losesClinical({ from: admin, to: NO_STANDING })).toBe(false);
    fc.assert(fc.property(standings, (from) => expect(losesClinical({ from, to: NO_STANDING })).toBe(clinical(from) > 0)));
  });
});

describe('a key', () => {
  it('may do what its scopes name, and nothing that its maker may not do now', () => {
    fc.assert(
      fc.property(fc.subarray([...PERMISSIONS]), standings, (scopes, maker) => {
        const now = scopesNow(scopes, maker);
        const held = permissionsOf(maker.roles, maker.chartRight);
        expect([...now].toSorted()).toEqual(scopes.filter((scope) => held.has(scope)).toSorted());
      }),
    );
    expect(scopesNow(['*'], owner).size).toBe(0);
  });
});
