import fc from 'fast-check';
import { overlappingShifts } from './overlapping-shifts.js';

const shift = (weekday: number, start: string, end: string) => ({ weekday, start, end });

describe('overlapping shifts', () => {
  it('may touch but not overlap, over midnight and over the end of the week too', () => {
    expect(overlappingShifts([shift(1, '09:00', '12:00'), shift(1, '12:00', '17:00'), shift(2, '09:00', '12:00')])).toEqual([]);
    expect(overlappingShifts([shift(1, '09:00', '12:00'), shift(1, '11:59', '17:00')])).toEqual([1]);
    expect(overlappingShifts([shift(7, '22:00', '02:00'), shift(1, '01:00', '09:00')])).toEqual([1]);
    expect(overlappingShifts([shift(7, '22:00', '02:00'), shift(1, '02:00', '09:00')])).toEqual([]);
    expect(overlappingShifts([shift(3, '18:00', '24:00'), shift(4, '00:00', '02:00')])).toEqual([]);
  });

  it('are those that share a minute of the week', () => {
    const clock = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:00`);
    const any = fc.tuple(fc.integer({ min: 1, max: 7 }), clock, clock).map(([weekday, start, end]) => shift(weekday, start, end));
    const hoursOf = ({ weekday, start, end }: ReturnType<typeof shift>) => {
      const length = (Number(end.slice(0, 2)) - Number(start.slice(0, 2)) + 24) % 24 || 24;
      return Array.from({ length }, (_, hour) => ((weekday - 1) * 24 + Number(start.slice(0, 2)) + hour) % 168);
    };
    fc.assert(
      fc.property(any, any, (a, b) => {
        const shares = hoursOf(a).some((hour) => hoursOf(b).includes(hour));
        expect(overlappingShifts([a, b])).toEqual(shares ? [1] : []);
      }),
    );
  });
});
