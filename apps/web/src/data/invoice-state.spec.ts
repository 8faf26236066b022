import { type AppointmentStatus, INVOICE_STATUSES } from '@keel/contracts';
import { mayTakeBack, type InvoiceAction, obstacleTo, standingOf } from './invoice-state.js';

const cents = (amount: number) => ({ amount });
const invoice = (
  status: (typeof INVOICE_STATUSES)[number],
  paid: number,
  open: number,
  appointmentStatus: AppointmentStatus | null = 'completed',
  discardedAt: string | null = null,
) => ({
  status,
  appointmentStatus,
  discardedAt,
  paid: cents(paid),
  open: cents(open),
});
const possible = (facts: ReturnType<typeof invoice>) =>
  (['edit', 'issue', 'discard', 'pay', 'void', 'print'] as const).filter((action: InvoiceAction) => !obstacleTo(action, facts));

describe('a payment', () => {
  it('can be taken back until its day is over, and once', () => {
    const until = '2026-11-24T05:00:00Z';
    expect(mayTakeBack({ reversibleUntil: until }, Date.parse(until) - 1)).toBe(true);
    expect(mayTakeBack({ reversibleUntil: until }, Date.parse(until))).toBe(false);
    expect(mayTakeBack({ reversibleUntil: null }, 0)).toBe(false);
  });
});

describe('an invoice', () => {
  it('can be done to what its state allows, and says what is in the way of the rest', () => {
    expect(possible(invoice('draft', 0, 0))).toEqual(['edit', 'issue', 'discard']);
    expect(possible(invoice('issued', 0, 100))).toEqual(['pay', 'void', 'print']);
    expect(possible(invoice('issued', 40, 60))).toEqual(['pay', 'print']);
    expect(possible(invoice('paid', 100, 0))).toEqual(['print']);
    // An invoice of nothing is paid by itself; it can be taken back, since no money came in.
    expect(possible(invoice('paid', 0, 0))).toEqual(['void', 'print']);
    expect(possible(invoice('void', 0, 0))).toEqual(['print']);
    expect(obstacleTo('void', invoice('issued', 40, 60))).toBe('void.partPaid');
    expect(obstacleTo('pay', invoice('paid', 100, 0))).toBe('pay.nothingOpen');
  });

  it('that is a draft waits while nobody has come to its appointment: it can be written, and is not issued', () => {
    const draft = (status: AppointmentStatus | null) => invoice('draft', 0, 0, status);
    for (const status of ['arrived', 'in_session', 'completed', null] as const) {
      expect(possible(draft(status))).toEqual(['edit', 'issue', 'discard']);
      expect(standingOf(draft(status))).toBe('draft');
    }
    for (const status of ['booked', 'confirmed', 'cancelled', 'late_cancelled', 'no_show', 'left_unseen'] as const) {
      expect(possible(draft(status))).toEqual(['edit', 'discard']);
      expect(standingOf(draft(status))).toBe('held');
    }
    expect(obstacleTo('issue', draft('booked'))).toBe('issue.notArrived');
    expect(obstacleTo('issue', draft('no_show'))).toBe('issue.calledOff');
    // What was issued stands as it is, whatever became of the appointment since.
    expect(standingOf(invoice('issued', 0, 100, 'booked'))).toBe('open');
  });

  it('that is a discarded draft can only be brought back', () => {
    const discarded = invoice('draft', 0, 0, 'cancelled', '2026-11-23T16:00:00Z');
    expect(possible(discarded)).toEqual([]);
    expect(standingOf(discarded)).toBe('discarded');
    expect(obstacleTo('issue', discarded)).toBe('issue.discarded');
  });

  it('stands in one word', () => {
    expect(INVOICE_STATUSES.map((status) => standingOf(invoice(status, 0, 0)))).toEqual(['draft', 'open', 'paid', 'void']);
    expect(standingOf(invoice('issued', 1, 99))).toBe('partly');
  });
});
