import { keysOf } from '../../../i18n/words.js';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { taskWords } from './task-words.js';

it('says of each listener of the API what it does, and of nothing else', () => {
  const api = join(process.cwd(), 'apps/api/src');
  const listeners = globSync('**/*.ts', { cwd: api, exclude: (name) => name.includes('spec') })
    .map((file) => readFileSync(join(api, file), 'utf8'))
    .flatMap((text) => [...text.matchAll(/@On\([^)]*\)\s+(?:@Formerly\([^)]*\)\s+)?(?:async )?(\w+)\(/g)].map(([, name]) => name ?? ''));
  expect([...keysOf(taskWords)].sort()).toEqual(listeners.sort());
});
