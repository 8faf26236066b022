import { ENTRY_FILES, identify, toPatient, withoutDigits } from './synthea.ts';

const row = (values: Record<string, string>, line = 2) => ({ line, values });
const bodyOf = (file: string) => ENTRY_FILES.find((one) => one.file === file)?.toBody ?? (() => ({}));

describe('what a Synthea row says', () => {
  it('names people without the digits', () => {
    expect(withoutDigits('Jorge Luis88')).toBe('Jorge Luis');
    expect(toPatient({ Id: 'p1', FIRST: 'Maude482', LAST: "O'Hara504", BIRTHDATE: '2009-09-20', GENDER: 'F', CITY: 'Long Beach' })).toEqual(
      {
        externalId: 'p1',
        firstName: 'Maude',
        lastName: "O'Hara",
        dateOfBirth: '2009-09-20',
        sex: 'female',
        address: { city: 'Long Beach', country: 'US' },
        tags: ['imported'],
      },
    );
  });

  it('says when somebody has died, as the record does', () => {
    expect(toPatient({ DEATHDATE: '2019-01-02' })).toMatchObject({ tags: ['imported'], deceasedOn: '2019-01-02' });
    expect(toPatient({ DEATHDATE: '2019-01-02T03:04:05Z' })).toMatchObject({ deceasedOn: '2019-01-02' });
    expect(toPatient({ DEATHDATE: '' })).not.toHaveProperty('deceasedOn');
  });

  it('takes what has ended as ended', () => {
    const problem = bodyOf('conditions.csv');
    expect(problem({ START: '2013-12-18', STOP: '2014-03-09', CODE: '1', DESCRIPTION: 'Fracture' })).toMatchObject({
      clinicalStatus: 'resolved',
      onsetDate: '2013-12-18',
      abatementDate: '2014-03-09',
    });
    expect(problem({ START: '2013-12-18', STOP: '', DESCRIPTION: 'Asthma' })).toEqual({
      description: 'Asthma',
      clinicalStatus: 'active',
      onsetDate: '2013-12-18',
    });
    expect(bodyOf('medications.csv')({ START: '2013-12-18T15:27:41Z', STOP: '', DESCRIPTION: 'Ibuprofen' })).toMatchObject({
      status: 'active',
      startDate: '2013-12-18',
    });
  });

  it('keeps reactions with their severity, and leaves out what the record has no word for', () => {
    const allergy = bodyOf('allergies.csv')({
      SYSTEM: 'RxNorm', CODE: '7', DESCRIPTION: 'Aspirin', TYPE: 'intolerance', CATEGORY: 'drug',
      DESCRIPTION1: 'Rash', SEVERITY1: 'SEVERE', DESCRIPTION2: 'Cough', SEVERITY2: '',
    }); // prettier-ignore
    expect(allergy).toMatchObject({
      codeSystem: expect.stringContaining('rxnorm'),
      reactions: [{ manifestation: 'Rash', severity: 'severe' }, { manifestation: 'Cough' }],
      comment: expect.stringContaining('Intolerance'),
    });
    expect(allergy).not.toHaveProperty('category');
  });
});

describe('the lasting id of a row', () => {
  const base = { PATIENT: 'p', ENCOUNTER: 'e', CODE: 'c', START: 's', STOP: '' };

  it('is the same in every run, and different for rows that differ', () => {
    const rows = [row(base, 2), row({ ...base, STOP: 'later' }, 3), row({ ...base, CODE: 'd' }, 4)];
    expect(identify(rows)).toEqual(identify(rows));
    expect(new Set(identify(rows).map((found) => 'id' in found && found.id)).size).toBe(3);
  });

  it('is refused to a row that repeats another word by word', () => {
    expect(identify([row(base, 2), row({ ...base }, 9)])[1]).toEqual({ repeats: 2 });
  });
});
