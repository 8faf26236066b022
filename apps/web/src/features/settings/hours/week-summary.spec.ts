import { daysAlike } from './week-summary.js';

const day = (weekday: number, start = '09:00', end = '17:00') => ({ weekday, start, end });

it('says the hours of neighbouring days that are alike once', () => {
  const week = [day(1), day(2), day(4), day(5, '09:00', '12:00'), day(5, '13:00', '15:00'), day(3)];
  expect(daysAlike(week)).toEqual([
    { weekdays: [1, 2, 3, 4], shifts: [{ start: '09:00', end: '17:00' }] },
    {
      weekdays: [5],
      shifts: [
        { start: '09:00', end: '12:00' },
        { start: '13:00', end: '15:00' },
      ],
    },
  ]);
  expect(daysAlike([day(1), day(3)])).toHaveLength(2);
  expect(daysAlike([])).toEqual([]);
});
