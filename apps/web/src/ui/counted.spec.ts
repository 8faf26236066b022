import { counted } from './counted.js';

it('says what is exact as it is, and of a least number that there are more', () => {
  expect(counted(12)).toEqual({ count: 12, total: '12' });
  expect(counted('1+')).toEqual({ count: 2, total: '1+' });
  expect(counted('50+')).toEqual({ count: 51, total: '50+' });
});
