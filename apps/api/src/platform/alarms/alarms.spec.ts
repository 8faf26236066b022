import { Config } from '../config/config.js';
import { systemCtx } from '../context/ctx.js';
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
    alarms.watch({ code: 'dead_letters', threshold: 1, raisedWhen: 'atLeast', read: () => read(), clinics: 'nothing' });
    alarms.watch({ code: 'disk_space', threshold: 100, raisedWhen: 'below', read: () => Promise.resolve(undefined), clinics: 'same' });
    expect(await alarms.current()).toEqual([{ code: 'dead_letters', value: 3, threshold: 1 }]);
    read = () => Promise.reject(new Error('no database'));
    expect(await alarms.current()).toHaveLength(1);
    read = () => Promise.resolve(0);
    expect(await alarms.current()).toEqual([]);
    expect(alarms.figures()).toEqual([{ code: 'dead_letters', value: 0, threshold: 1, raised: false }]);
  });

  it('is told to a clinic by its own figure, or by that of what all stand on, or not at all', async () => {
    const alarms = new Alarms(new Config(config));
    const own: Record<string, number> = { one: 2, other: 0 };
    const read = () => Promise.resolve(5);
    const watch = { threshold: 1, raisedWhen: 'atLeast', read } as const;
    alarms.watch({ code: 'dead_letters', ...watch, clinics: ({ clinicId }) => Promise.resolve(own[clinicId]) });
    alarms.watch({ code: 'backup_stale', ...watch, clinics: 'same' });
    alarms.watch({ code: 'stray_texts', ...watch, clinics: 'nothing' });
    const stale = { code: 'backup_stale', value: 5, threshold: 1 };
    expect(await alarms.of(systemCtx('one', 'test'))).toEqual([{ code: 'dead_letters', value: 2, threshold: 1 }, stale]);
    expect(await alarms.of(systemCtx('other', 'test'))).toEqual([stale]);
    expect((await alarms.current()).map(({ code }) => code)).toEqual(['dead_letters', 'backup_stale', 'stray_texts']);
  });
});
