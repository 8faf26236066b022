import fc from 'fast-check';
import { isSlug, otherSlug, slugOf } from './slug.js';

describe('the address of a clinic', () => {
  it.each([
    ['L’Érablière Physio', 'l-erabliere-physio'],
    ['Maple & Co. Massage', 'maple-co-massage'],
    ['  Cœur – Santé! ', 'coeur-sante'],
    ['K2', 'clinic-k2'],
    ['漢方', ''],
  ])('of %s is %s', (name, slug) => expect(slugOf(name)).toBe(slug));

  it('is one that the API takes, or none, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 90 }), (name) => {
        const slug = slugOf(name);
        expect(slug === '' || isSlug(slug)).toBe(true);
        expect(slug === '' || slugOf(slug) === slug).toBe(true);
      }),
    );
  });

  it('where taken, has another beside it, again and again', () => {
    expect(otherSlug('maple', 'ON')).toBe('maple-on');
    expect(otherSlug('maple-on', 'ON')).toBe('maple-on-2');
    expect(otherSlug('maple-on-2', 'ON')).toBe('maple-on-3');
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z0-9]{1,30}(-[a-z0-9]{1,28})?$/), fc.constantFrom('ON', 'QC', ''), (slug, region) => {
        fc.pre(isSlug(slug));
        expect(isSlug(otherSlug(slug, region))).toBe(true);
        expect(otherSlug(slug, region)).not.toBe(slug);
      }),
    );
  });
});
