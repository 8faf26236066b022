import { boxOf, drawn, withPicture } from './drawn.ts';

describe('the picture of the house', () => {
  it('has a box for each room of the API and the web app, and one for everything else', () => {
    expect(boxOf('apps/api/src/billing/receipt/receipt.ts')).toBe('api/billing');
    expect(boxOf('apps/api/src/app.module.ts')).toBe('api/main');
    expect(boxOf('apps/web/src/ui/format.ts')).toBe('web/ui');
    expect(boxOf('libs/contracts/src/events/index.ts')).toBe('contracts');
    expect(boxOf('apps/sandbox/src/main.ts')).toBe('sandbox');
    for (const path of [
      'apps/api/src/billing/billing.e2e-spec.ts',
      'apps/api/src/testing/agent.ts',
      'apps/api/src/patients/migrations/x.ts',
    ])
      expect(boxOf(path)).toBeUndefined();
  });

  it('leaves out what follows from other arrows, and imports within a room', () => {
    const file = (room: string) => `apps/api/src/${room}/index.ts`;
    const picture = drawn([
      { from: file('billing'), to: file('clinical') },
      { from: file('billing'), to: file('scheduling') },
      { from: file('clinical'), to: file('scheduling') },
      { from: file('billing'), to: 'apps/api/src/billing/journal.ts' },
      { from: file('scheduling'), to: 'libs/calendar/src/index.ts' },
      { from: file('billing'), to: 'apps/api/src/paths.ts' },
    ]);
    expect(picture).toContain('api_billing --> api_clinical\n  api_clinical --> api_scheduling\n  api_scheduling --> calendar');
    expect(picture).not.toContain('api_billing --> api_scheduling');
    expect(picture).not.toContain('api_main');
    expect(picture).toContain('  subgraph api\n    api_billing["billing"]');
  });

  it('is put into its place on the page, and nowhere else', () => {
    const page = 'Before\n<!-- picture: drawn by npm run picture -->\nold\n<!-- end of picture -->\nAfter';
    expect(withPicture(page, 'new')).toBe('Before\n<!-- picture: drawn by npm run picture -->\n\nnew\n\n<!-- end of picture -->\nAfter');
    expect(() => withPicture('No place', 'new')).toThrow('needs');
  });
});
