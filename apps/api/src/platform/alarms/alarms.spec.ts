import { Config } from '../config/config.js';
import { Alarms, isRaised } from './alarms.js';

const config = {
  DATABASE_URL: 'postgres://x@localhost/x',
  QUEUE_DATABASE_URL: 'postgres://x@localhost/x',
  KEEL_MASTER_KEY: Buffer.alloc(32, 1).toString('base64'),
  KEEL_SESSION_SECRET: 'x'.repeat(32),
};

describe('an alarm', () => {
  it('is raised at its threshold, or below it', () => {
    expect([9, 10, 11].map((value) => isRaised({ threshold: 10, raisedWhen: 'atLeast' }, value))).toEqual([false, true, true]);
    expect([9, 10, 11].map((value) => isRaised({ threshold: 10, raisedWhen: 'below' }, value))).toEqual([true, false, false]);
  });

  it('is there while its figure is, keeps its last word while that cannot be read, and clears by itself', async () => {
    const alarms = new Alarms(new Config(config));
    let read: () => Promise<number | undefined> = () => Promise.resolve(3);
    alarms.watch({ code: 'dead_letters', threshold: 1, raisedWhen: 'atLeast', read: () => read() });
    alarms.watch({ code: 'disk_space', threshold: 100, raisedWhen: 'below', read: () => Promise.resolve(undefined) });
    expect(await alarms.current()).toEqual([{ code: 'dead_letters', value: 3, threshold: 1 }]);
    read = () => Promise.reject(new Error('no database'));
    expect(await alarms.current()).toHaveLength(1);
    read = () => Promise.resolve(0);
    expect(await alarms.current()).toEqual([]);
    expect(alarms.figures()).toEqual([{ code: 'dead_letters', value: 0, threshold: 1, raised: false }]);
  });
});
