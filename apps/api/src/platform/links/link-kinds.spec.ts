import { linkKindFaults, LinkKinds, type LinkKindRules } from './link-kinds.js';

const rules: LinkKindRules = { page: 'links', ended: 'closed', versionOf: null, open: () => Promise.resolve(undefined) };

describe('the kinds of links', () => {
  it('have each a module that shows them', () => {
    expect(linkKindFaults(new Set(['letter', 'parcel']), ['letter', 'parcel'])).toEqual([]);
  });

  it('are refused at boot where nobody shows one, or one is on no list', () => {
    expect(linkKindFaults(new Set(['letter']), ['letter', 'parcel'])).toEqual([
      'parcel is opened by nobody: add it to LinkKinds in the module that owns its subject',
    ]);
    expect(linkKindFaults(new Set(['letter', 'parcel']), ['letter'])).toEqual([
      'parcel is opened by a module and is on no list: add it to LINK_KINDS',
    ]);
    const kinds = new LinkKinds();
    kinds.add({ appointment: rules });
    expect(() => kinds.onApplicationBootstrap()).toThrow('mailbox is opened by nobody');
    kinds.add({ mailbox: rules });
    expect(() => kinds.onApplicationBootstrap()).not.toThrow();
  });

  it('are refused where two modules show one', () => {
    const kinds = new LinkKinds();
    kinds.add({ appointment: rules });
    expect(() => kinds.add({ appointment: rules })).toThrow('Two modules say what a link of kind appointment opens');
  });

  it('know nothing of a kind that is still to come, whose links open nothing', () => {
    const kinds = new LinkKinds();
    kinds.add({ appointment: rules });
    expect(kinds.of('appointment')).toBe(rules);
    expect(kinds.of('invoice')).toBeUndefined();
  });
});
