import { APPOINTMENT_STATUSES, type AppointmentStatus, EXPECTED_STATUSES, INVOICEABLE_STATUSES } from '@keel/contracts';
import fc from 'fast-check';
import { type BilledVisit, followStep } from './follow-step.js';

const visit = (status: AppointmentStatus, over: Partial<BilledVisit> = {}): BilledVisit => ({
  status,
  serviceId: 's',
  practitionerId: 'p',
  locationId: 'l',
  day: '2026-12-01',
  ...over,
});
const UNPAID = { status: 'issued', paid: 0, edited: false } as const;
const NOTHING = { status: 'paid', paid: 0, edited: false } as const;
const PAID = { status: 'paid', paid: 5, edited: false } as const;
const DRAFT = { status: 'draft', paid: 0, edited: false } as const;
const OWN = { ...DRAFT, edited: true };

describe('the invoice of a visit', () => {
  it('goes when the visit does not take place, and stops it where money came in', () => {
    for (const after of ['booked', 'left_unseen'] as const) {
      expect(followStep(UNPAID, visit('arrived'), visit(after))).toBe('void');
      expect(followStep(NOTHING, visit('arrived'), visit(after))).toBe('void');
      expect(followStep(PAID, visit('arrived'), visit(after))).toBe('refuse_paid');
      expect(followStep(DRAFT, visit('arrived'), visit(after))).toBe('drop');
      expect(followStep(OWN, visit('arrived'), visit(after))).toBe('keep');
    }
    for (const after of ['cancelled', 'late_cancelled', 'no_show', 'declined'] as const) {
      expect(followStep(DRAFT, visit('booked'), visit(after))).toBe('drop');
      expect(followStep(OWN, visit('booked'), visit(after))).toBe('keep');
      expect(followStep(OWN, visit(after), visit('booked'))).toBe('keep');
      expect(followStep(UNPAID, visit('booked'), visit(after))).toBe('void');
    }
  });

  it('bills what the visit is: a draft is drawn anew, what was issued stops the change', () => {
    for (const other of [{ serviceId: 't' }, { practitionerId: 'q' }, { locationId: 'm' }, { day: '2026-12-02' }]) {
      expect(followStep(OWN, visit('booked'), visit('booked', other))).toBe('redraw');
      expect(followStep(UNPAID, visit('booked'), visit('booked', other))).toBe('refuse_invoiced');
      expect(followStep(PAID, visit('confirmed'), visit('booked', other))).toBe('refuse_invoiced');
    }
    expect(followStep(UNPAID, visit('confirmed'), visit('booked'))).toBe('keep');
  });

  it('is never left standing for a visit that is not there, and what somebody typed is never lost', () => {
    const any = fc.constantFrom(...APPOINTMENT_STATUSES);
    fc.assert(
      fc.property(any, any, fc.constantFrom(UNPAID, NOTHING, PAID, DRAFT, OWN), (before, after, invoice) => {
        const step = followStep(invoice, visit(before), visit(after));
        if (INVOICEABLE_STATUSES.includes(after) || invoice === OWN) expect(step).toBe('keep');
        else if (!EXPECTED_STATUSES.includes(after)) expect(step).not.toBe('keep');
        if (step === 'void') expect(invoice.paid).toBe(0);
      }),
    );
  });
});
