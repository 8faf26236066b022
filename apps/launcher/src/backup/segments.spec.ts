import { segmentName, segmentNumber, segmentsBetween, unbroken } from './segments.ts';

const MIB_16 = 16 * 1024 * 1024;

describe('files of the write-ahead log', () => {
  it('are counted across the end of a log, by any size', () => {
    expect(segmentsBetween('0000000100000001000000FE', '000000010000000200000001', MIB_16)).toEqual([
      '0000000100000001000000FE',
      '0000000100000001000000FF',
      '000000010000000200000000',
      '000000010000000200000001',
    ]);
    for (const bytes of [MIB_16, 4 * MIB_16]) expect(segmentNumber(segmentName(3, 777, bytes), bytes)).toBe(777);
  });

  it('are taken up to the first that is missing, which is named', () => {
    const [one, two, three, four] = segmentsBetween('000000010000000000000001', '000000010000000000000004', MIB_16) as [
      string,
      string,
      string,
      string,
    ];
    const other = '000000020000000000000003';
    expect(unbroken(two, [four, three, two, one, other], MIB_16)).toEqual({ names: [two, three, four], missing: undefined });
    expect(unbroken(one, [one, two, four], MIB_16)).toEqual({ names: [one, two], missing: three });
    expect(unbroken(one, [two], MIB_16)).toEqual({ names: [], missing: one });
    expect(unbroken(four, [one], MIB_16)).toEqual({ names: [], missing: four });
  });
});
