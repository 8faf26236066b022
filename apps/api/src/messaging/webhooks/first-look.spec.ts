import { firstLook } from './first-look.js';

/** How the looks go, by a clock that the waiting moves; over after so many seconds. */
async function looking(looks: boolean[], overAfter = 30): Promise<{ at: number[]; seconds: number }> {
  let ms = 0;
  const at: number[] = [];
  const look = async () => {
    at.push(ms / 1000);
    return looks.shift() ?? false;
  };
  await firstLook(
    look,
    async (pause) => void (ms += pause),
    () => ms >= overAfter * 1000,
  );
  return { at, seconds: ms / 1000 };
}

describe('the first look after a start', () => {
  it('is one where it finds the list', async () => {
    expect(await looking([true])).toEqual({ at: [0], seconds: 0 });
  });

  it('is repeated, ever later, until one finds it', async () => {
    expect(await looking([false, false, false, false, true])).toEqual({ at: [0, 1, 3, 7, 11], seconds: 11 });
  });

  it('is given up once nobody waits for it', async () => {
    expect(await looking([])).toEqual({ at: [0, 1, 3, 7, 11, 15, 19, 23, 27], seconds: 31 });
    expect(await looking([true], 0)).toEqual({ at: [], seconds: 0 });
  });
});
