import type { Allergy, Medication, Problem } from '../../../data/chart.js';
import { endOf, errorOf, isCurrent } from './entry-kinds.js';
import { changedFields, entryBody, entryFaults, entryValues } from './entry-values.js';

const common = {
  id: 'e',
  patientId: 'p',
  code: null,
  codeSystem: null,
  comment: null,
  externalId: null,
  recordedBy: 'u',
  recordedAt: '2026-11-01T00:00:00Z',
  version: 2,
};
const latex: Allergy = {
  ...common,
  description: 'Latex',
  clinicalStatus: 'active',
  verificationStatus: 'confirmed',
  category: null,
  criticality: 'high',
  reactions: [{ manifestation: 'hives', severity: 'severe' }],
  onsetDate: null,
};
const back: Problem = {
  ...common,
  description: 'Low back pain',
  clinicalStatus: 'recurrence',
  verificationStatus: 'provisional',
  severity: null,
  bodySite: null,
  onsetDate: '2026-01-31',
  abatementDate: null,
};
const ibuprofen: Medication = {
  ...common,
  description: 'Ibuprofen',
  status: 'on_hold',
  dosage: null,
  reason: null,
  prescriber: null,
  startDate: null,
  endDate: null,
};
const TODAY = '2026-11-24';

describe('an entry of the chart', () => {
  it('is sent back as it was read, down to how bad each reaction was', () => {
    expect(entryBody('allergies', entryValues('allergies', latex), latex)).toEqual({
      description: 'Latex',
      clinicalStatus: 'active',
      verificationStatus: 'confirmed',
      category: null,
      criticality: 'high',
      reactions: [{ manifestation: 'hives', severity: 'severe' }],
      onsetDate: null,
      comment: null,
    });
  });

  it('names what was changed, and what cannot be saved', () => {
    const before = entryValues('problems', back);
    expect(changedFields('problems', before, { ...before, severity: 'mild' })).toEqual(['severity']);
    expect(entryFaults({ ...before, description: ' ', abatementDate: '2026-01-30' })).toEqual({
      description: 'descriptionFault',
      abatementDate: 'orderFault',
    });
    expect(entryFaults(entryValues('medications', ibuprofen))).toEqual({});
  });

  it('ends and comes back as it was', () => {
    expect(endOf('problems', back, TODAY)).toEqual({
      end: { clinicalStatus: 'resolved', abatementDate: TODAY },
      back: { clinicalStatus: 'recurrence', abatementDate: null },
    });
    expect(endOf('allergies', latex, TODAY)).toEqual({ end: { clinicalStatus: 'resolved' }, back: { clinicalStatus: 'active' } });
    expect(endOf('medications', ibuprofen, TODAY)).toEqual({
      end: { status: 'stopped', endDate: TODAY },
      back: { status: 'on_hold', endDate: null },
    });
  });

  it('is marked as an error by the field that its kind has for it', () => {
    expect(errorOf(back)).toEqual({ error: { verificationStatus: 'entered_in_error' }, back: { verificationStatus: 'provisional' } });
    expect(errorOf(ibuprofen)).toEqual({ error: { status: 'entered_in_error' }, back: { status: 'on_hold' } });
  });

  it('is of the past once it is resolved, stopped or refuted', () => {
    expect([latex, back, ibuprofen].map(isCurrent)).toEqual([true, true, true]);
    expect(isCurrent({ ...back, clinicalStatus: 'resolved' })).toBe(false);
    expect(isCurrent({ ...latex, verificationStatus: 'refuted' })).toBe(false);
    expect(isCurrent({ ...ibuprofen, status: 'stopped' })).toBe(false);
  });
});
