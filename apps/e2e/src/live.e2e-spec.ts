import { DESK, describeInBrowser } from './testing/browser.js';
import { aSchedule, cardOf, type ScheduleScene } from './schedule.fixture.js';

describeInBrowser('the live stream of several tabs', () => {
  let scene: ScheduleScene;
  beforeAll(async () => {
    scene = await aSchedule();
  });

  it('goes on in another tab when the one that listened closes', async () => {
    const address = `/schedule?date=${scene.day}`;
    const { page: first, complaints } = await scene.open(address, { viewport: DESK });
    const listening = (path: string) => path.endsWith('/events');
    const streams: string[] = [];
    first.context().on('request', (request) => {
      if (listening(new URL(request.url()).pathname)) streams.push(request.url());
    });
    const before = await scene.appointment('09:00');
    await cardOf(first, before).waitFor();

    const second = await first.context().newPage();
    await second.goto(`${scene.url}${address}`);
    await cardOf(second, before).waitFor();
    const shared = await scene.appointment('11:00');
    await cardOf(second, shared).waitFor();
    // The second heard of it from the first, and has no stream of its own.
    expect(streams).toHaveLength(1);

    const takenOver = second.waitForResponse((answer) => listening(new URL(answer.url()).pathname));
    await first.close();
    await takenOver;
    const after = await scene.appointment('13:00');
    await cardOf(second, after).waitFor();
    expect(complaints).toEqual([]);
  });
});
