import { TIMELINE_EVENTS } from '@keel/contracts';
import { kindsFor, refOf } from './timeline-refs.js';

describe('an entry of the journey', () => {
  it('is shown to those who may read what it is about, and under its theme', () => {
    expect(kindsFor(new Set(['patient:read']))).toEqual(['patient.created']);
    expect(kindsFor(new Set(['patient:read', 'invoice:read']), 'money')).toEqual([
      'invoice.issued',
      'invoice.voided',
      'payment.received',
      'payment.reversed',
    ]);
    expect(kindsFor(new Set(['patient:read', 'invoice:read']), 'notes')).toEqual([]);
    const everything = new Set(['patient:read', 'appointment:read', 'chart:read', 'invoice:read', 'message:read'] as const);
    expect(kindsFor(everything)).toEqual(TIMELINE_EVENTS);
  });

  it('points at the record it speaks of', () => {
    expect(refOf('appointment.booked', { appointmentId: 'a1' }, 'p1')).toEqual({ type: 'appointment', id: 'a1' });
    expect(refOf('payment.received', { paymentId: 'pay', invoiceId: 'inv' }, 'p1')).toEqual({ type: 'payment', id: 'pay' });
    expect(refOf('patient.created', {}, 'p1')).toEqual({ type: 'patient', id: 'p1' });
  });
});
