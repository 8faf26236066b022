import { refOf, summarize, SUMMARY_KINDS } from './timeline-summary.js';

const clocks = {
  clinic: 'America/Toronto',
  locations: new Map([
    ['west', 'America/Vancouver'],
    ['east', 'America/Toronto'],
  ]),
};
const booked = { appointmentId: 'a1', start: '2026-12-01T19:30:00.000Z' };

describe('a line of the journey', () => {
  it('shows the clinic’s clock, in both languages', () => {
    expect(summarize('appointment.booked', booked, 'en', clocks)).toMatch(/^Booked for .*December 1.*2:30/);
    expect(summarize('appointment.booked', booked, 'fr', clocks)).toMatch(/^Rendez-vous pris pour le .*1.*décembre.*14/);
  });

  it('shows the clock of the place of the visit, and says so where it is not the clinic’s', () => {
    const west = { ...booked, locationId: 'west' };
    expect(summarize('appointment.booked', west, 'en', clocks)).toMatch(/12:30.*\(Vancouver time\)$/);
    expect(summarize('appointment.booked', west, 'fr', clocks)).toMatch(/12 h 30 \(heure de Vancouver\)$/);
    expect(summarize('appointment.booked', { ...booked, locationId: 'east' }, 'en', clocks)).not.toContain('time');
    const moved = { ...west, previousStart: '2026-12-01T18:30:00.000Z', previousLocationId: 'east' };
    expect(summarize('appointment.moved', moved, 'en', clocks)).toMatch(
      /^Moved from .* 1:30 p\.m\. to .* 12:30 p\.m\. \(Vancouver time\)$/,
    );
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
