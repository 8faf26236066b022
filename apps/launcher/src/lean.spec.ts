import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LEAN } from './lean.ts';

it('is how the image runs the API too', () => {
  const command = /^CMD (\[.*\])$/m.exec(readFileSync(join(process.cwd(), 'Dockerfile'), 'utf8'))?.[1];
  expect(JSON.parse(command ?? '')).toEqual(['node', ...LEAN, 'apps/api/dist/bundle/main.js']);
});
