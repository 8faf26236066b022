import { counted, listCount } from './counted.js';

it('says what is exact as it is, and of a least number that there are more', () => {
  expect(counted(12)).toEqual({ count: 12, total: '12' });
  expect(counted('1+')).toEqual({ count: 2, total: '1+' });
  expect(counted('50+')).toEqual({ count: 51, total: '50+' });
});

it('says how much of a list was read, and never that there is less than that', () => {
  const page = (rows: number, total: number | string) => ({ data: Array.from({ length: rows }), total });
  expect(listCount([])).toEqual({ shown: 0, total: '0' });
  expect(listCount([page(3, 3)])).toEqual({ shown: 3, total: '3' });
  expect(listCount([page(50, '50+')])).toEqual({ shown: 50, total: '50+' });
  expect(listCount([page(50, '50+'), page(50, '50+')])).toEqual({ shown: 100, total: '100+' });
  expect(listCount([page(50, '50+'), page(7, 57)])).toEqual({ shown: 57, total: '57' });
});
