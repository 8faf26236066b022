import { readSettings } from './settings.ts';

describe('the settings of a start', () => {
  it('make a demo clinic, but for a clinic’s own installation, and as is said in any', () => {
    const demo = (env: NodeJS.ProcessEnv) => readSettings(env).demo;
    expect(demo({})).toBe(true);
    expect(demo({ KEEL_DEMO: 'off' })).toBe(false);
    expect(demo({ KEEL_ENV: 'production' })).toBe(false);
    expect(demo({ KEEL_ENV: 'production', KEEL_DEMO: 'on' })).toBe(true);
    expect(() => demo({ KEEL_DEMO: 'yes' })).toThrow('must be on or off');
  });
});
