import { refOf } from './timeline-refs.js';

describe('an entry of the journey', () => {
  it('points at the record it speaks of', () => {
    expect(refOf('appointment.booked', { appointmentId: 'a1' }, 'p1')).toEqual({ type: 'appointment', id: 'a1' });
    expect(refOf('payment.received', { paymentId: 'pay', invoiceId: 'inv' }, 'p1')).toEqual({ type: 'payment', id: 'pay' });
    expect(refOf('patient.created', {}, 'p1')).toEqual({ type: 'patient', id: 'p1' });
  });
});
