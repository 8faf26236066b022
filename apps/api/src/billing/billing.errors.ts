import { type AppointmentStatus, type InvoiceStatus, stepsToArrive } from '@keel/contracts';
import { MOST_INVOICE_CENTS } from '@keel/money';
import { Problem } from '../platform/index.js';

export class AppointmentNotArrivedError extends Problem {
  constructor(status: AppointmentStatus) {
    super({
      status: 409,
      code: 'APPOINTMENT_NOT_ARRIVED',
      title: 'This appointment has not taken place',
      detail: `The appointment is ${status.replaceAll('_', ' ')}; ${wayToArrive(status)}`,
    });
  }
}

function wayToArrive(status: AppointmentStatus): string {
  const steps = stepsToArrive(status)?.map((action) => `POST /appointments/{id}/${action}`);
  if (!steps) return 'nothing is billed for it. What was written in its draft is kept.';
  return `it can be invoiced once the patient has arrived. ${steps.join(', then ')} first.`;
}

export class AppointmentPaidError extends Problem {
  constructor() {
    super({
      status: 409,
      code: 'APPOINTMENT_PAID',
      title: 'This appointment has a payment',
      detail:
        'What is paid for has taken place: it can neither be un-arrived nor called off. Leave it, and book another for what comes; or, where the payment was a mistake of today, take that back first by POST /payments/{id}/reverse.',
    });
  }
}

export class AppointmentInvoicedError extends Problem {
  constructor(number: string) {
    super({
      status: 409,
      code: 'APPOINTMENT_INVOICED',
      title: 'This appointment is invoiced as it is',
      detail: `Invoice ${number} bills its service, practitioner, day and place. Take the invoice back by POST /invoices/{id}/void, then change the appointment.`,
      extra: { number },
    });
  }
}

export class NoteNotSignedError extends Problem {
  constructor() {
    super({
      status: 409,
      code: 'NOTE_NOT_SIGNED',
      title: 'The note is not signed yet',
      detail: 'Sign the note first (POST /notes/{id}/sign), or invoice the appointment itself by POST /appointments/{id}/invoice.',
    });
  }
}

export class NoteWithoutAppointmentError extends Problem {
  constructor() {
    super({
      status: 409,
      code: 'NOTE_WITHOUT_APPOINTMENT',
      title: 'This note belongs to no appointment',
      detail: 'Only an appointment has a service and a price to invoice. Invoice by the appointment: POST /appointments/{id}/invoice.',
    });
  }
}

export class InvoiceStateError extends Problem {
  constructor(status: InvoiceStatus | 'discarded', wanted: string) {
    super({
      status: 409,
      code: 'INVOICE_STATE',
      title: `This invoice is ${status}`,
      detail:
        status === 'discarded'
          ? `It can be ${wanted} once it is brought back: POST /invoices/{id}/restore first.`
          : `It can be ${wanted} no longer, or not yet. Read it again by GET /invoices/{id}.`,
    });
  }
}

export class AppointmentHasInvoiceError extends Problem {
  constructor(invoiceId: string) {
    super({
      status: 409,
      code: 'APPOINTMENT_HAS_INVOICE',
      title: 'The appointment has another invoice by now',
      detail: 'An appointment has one invoice; see `invoiceId`. Discard or void that one first, or write what is missing on its draft.',
      extra: { invoiceId },
    });
  }
}

export class TaxRatesUnknownError extends Problem {
  constructor(knownFrom: string) {
    super({
      status: 409,
      code: 'TAX_RATES_UNKNOWN',
      title: 'The tax rates of this day are not known',
      detail: `Rates of this place are known from ${knownFrom}. Correct the day of the appointment, or make the taxable lines of the draft exempt or zero-rated.`,
      extra: { knownFrom },
    });
  }
}

export class InvoicePaidError extends Problem {
  constructor() {
    super({
      status: 409,
      code: 'INVOICE_PAID',
      title: 'Money was already paid on this invoice',
      detail:
        'An invoice with payments is not voided. Leave it, and put what is owed in addition on the draft of another appointment; or, where the payment was a mistake of today, take that back first by POST /payments/{id}/reverse.',
    });
  }
}

export class PaymentReversedError extends Problem {
  constructor(reversal: object) {
    super({
      status: 409,
      code: 'PAYMENT_REVERSED',
      title: 'This payment was taken back already',
      detail:
        'See `reversal` for when, by whom and why. Read the invoice again by GET /invoices/{id}; what is owed on it can be paid anew.',
      extra: { reversal },
    });
  }
}

export class PaymentDayOverError extends Problem {
  constructor(day: string) {
    super({
      status: 409,
      code: 'PAYMENT_DAY_OVER',
      title: 'The day of this payment is over',
      detail: `It was taken on ${day}, and a payment is taken back on its own day only: after that it stands in what was counted. Leave it as it is, and tell whoever keeps the books what is wrong with it.`,
      extra: { day },
    });
  }
}

export class OverpaymentError extends Problem {
  constructor(open: number, currency: string) {
    super({
      status: 409,
      code: 'OVERPAYMENT',
      title: 'This is more than what is owed',
      detail: 'Take at most what is open on the invoice; see `open`.',
      errors: [{ pointer: '/amount', detail: 'is more than what is open' }],
      extra: { open: { amount: open, currency } },
    });
  }
}

export class InvoiceTooLargeError extends Problem {
  constructor(line: number) {
    super({
      status: 400,
      code: 'INVOICE_TOO_LARGE',
      title: 'This is more than one invoice may come to',
      detail:
        'With taxes it may come to ten million dollars. Check quantity and price, put some of its lines on another invoice, or, where an appointment was changed, leave it as it is or take lines from its draft first.',
      errors: [{ pointer: `/lines/${line}`, detail: 'brings the invoice above what it may come to; see `limit`' }],
      extra: { limit: MOST_INVOICE_CENTS },
    });
  }
}

export class CurrencyError extends Problem {
  constructor(currency: string, pointer: string) {
    super({
      status: 400,
      code: 'CURRENCY',
      title: 'Another currency than the invoice',
      detail: `This invoice is in ${currency}; give the amount in it.`,
      errors: [{ pointer, detail: `is in ${currency}` }],
    });
  }
}
