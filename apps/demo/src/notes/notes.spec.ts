import { checkAnswers, PROFESSIONS } from '@keel/contracts';
import { BUILT_IN_TEMPLATES } from '@keel/api/clinical';
import { noteSections } from './index.js';

describe('the notes of the demo clinic', () => {
  it.each(PROFESSIONS)('of a %s fit the profession’s own template, at every appointment', (profession) => {
    const template = BUILT_IN_TEMPLATES.find((one) => one.profession === profession);
    for (let patient = 0; patient < 6; patient++) {
      for (let session = 1; session <= 12; session++) {
        expect(checkAnswers(template?.sections ?? [], noteSections(profession, patient, session)).faults).toEqual([]);
      }
    }
  });

  it('go on from appointment to appointment', () => {
    expect(noteSections('physiotherapist', 0, 1)).not.toEqual(noteSections('physiotherapist', 0, 2));
    expect(noteSections('physiotherapist', 0, 1)).not.toEqual(noteSections('physiotherapist', 1, 1));
  });
});
