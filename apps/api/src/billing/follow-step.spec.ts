import { APPOINTMENT_STATUSES, type AppointmentStatus, EXPECTED_STATUSES, INVOICEABLE_STATUSES } from '@keel/contracts';
import fc from 'fast-check';
import { type BilledAppointment, followStep } from './follow-step.js';

const appointment = (status: AppointmentStatus, over: Partial<BilledAppointment> = {}): BilledAppointment => ({
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

describe('the invoice of an appointment', () => {
  it('goes when the appointment does not take place, and stops it where money came in', () => {
    for (const after of ['booked', 'left_unseen'] as const) {
      expect(followStep(UNPAID, appointment('arrived'), appointment(after))).toBe('void');
      expect(followStep(NOTHING, appointment('arrived'), appointment(after))).toBe('void');
      expect(followStep(PAID, appointment('arrived'), appointment(after))).toBe('refuse_paid');
      expect(followStep(DRAFT, appointment('arrived'), appointment(after))).toBe('drop');
      expect(followStep(OWN, appointment('arrived'), appointment(after))).toBe('keep');
    }
    for (const after of ['cancelled', 'late_cancelled', 'no_show', 'declined'] as const) {
      expect(followStep(DRAFT, appointment('booked'), appointment(after))).toBe('drop');
      expect(followStep(OWN, appointment('booked'), appointment(after))).toBe('keep');
      expect(followStep(OWN, appointment(after), appointment('booked'))).toBe('keep');
      expect(followStep(UNPAID, appointment('booked'), appointment(after))).toBe('void');
    }
  });

  it('bills what the appointment is: a draft is drawn anew, what was issued stops the change', () => {
    for (const other of [{ serviceId: 't' }, { practitionerId: 'q' }, { locationId: 'm' }, { day: '2026-12-02' }]) {
      expect(followStep(OWN, appointment('booked'), appointment('booked', other))).toBe('redraw');
      expect(followStep(UNPAID, appointment('booked'), appointment('booked', other))).toBe('refuse_invoiced');
      expect(followStep(PAID, appointment('confirmed'), appointment('booked', other))).toBe('refuse_invoiced');
    }
    expect(followStep(UNPAID, appointment('confirmed'), appointment('booked'))).toBe('keep');
  });

  it('is never left standing for an appointment that is not there, and what somebody typed is never lost', () => {
    const any = fc.constantFrom(...APPOINTMENT_STATUSES);
    fc.assert(
      fc.property(any, any, fc.constantFrom(UNPAID, NOTHING, PAID, DRAFT, OWN), (before, after, invoice) => {
        const step = followStep(invoice, appointment(before), appointment(after));
        if (INVOICEABLE_STATUSES.includes(after) || invoice === OWN) expect(step).toBe('keep');
        else if (!EXPECTED_STATUSES.includes(after)) expect(step).not.toBe('keep');
        if (step === 'void') expect(invoice.paid).toBe(0);
      }),
    );
  });
});
