import { kindFaults } from './work-item-kinds.js';

const ROUTES = new Set(['POST /letters/:id/read']);
const told = (over: object = {}) =>
  new Map([['letter', { words: { en: 'Read', fr: 'Lire' }, doneBy: 'POST /letters/:id/read' as const, ...over }]]);

describe('the kinds of work', () => {
  it('have each their words in both languages and a route that does them', () => {
    expect(kindFaults(told(), ROUTES, ['letter'])).toEqual([]);
  });

  it('are refused at boot where a module forgot one, its words in a language, or its route', () => {
    expect(kindFaults(told(), ROUTES, ['letter', 'parcel'])).toEqual([
      'parcel is shown by nobody: add it to WorkItemKinds in the module that owns its subject',
    ]);
    expect(kindFaults(told({ words: { en: 'Read', fr: '' } }), ROUTES, ['letter'])).toEqual(['letter has no words in fr']);
    expect(kindFaults(told({ doneBy: 'POST /letters/:id/burn' }), ROUTES, ['letter'])).toEqual([
      'letter is done by POST /letters/:id/burn, which is no route',
    ]);
  });
});
