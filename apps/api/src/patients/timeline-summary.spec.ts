import { refOf, summarize, SUMMARY_KINDS } from './timeline-summary.js';

const booked = { appointmentId: 'a1', start: '2026-12-01T19:30:00.000Z' };

describe('a line of the journey', () => {
  it('shows the clinic’s clock, in both languages', () => {
    expect(summarize('appointment.booked', booked, 'en', 'America/Toronto')).toMatch(/^Booked for .*December 1.*2:30/);
    expect(summarize('appointment.booked', booked, 'fr', 'America/Toronto')).toMatch(/^Rendez-vous pris pour le .*1.*décembre.*14/);
  });

  it('covers the same kinds in both languages', () => {
    expect(SUMMARY_KINDS.fr).toEqual(SUMMARY_KINDS.en);
  });

  it('points at the record it speaks of', () => {
    expect(refOf('appointment.booked', booked, 'p1')).toEqual({ type: 'appointment', id: 'a1' });
    expect(refOf('payment.received', { paymentId: 'pay', invoiceId: 'inv' }, 'p1')).toEqual({ type: 'payment', id: 'pay' });
    expect(refOf('patient.created', {}, 'p1')).toEqual({ type: 'patient', id: 'p1' });
  });
});
