import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { testApp } from '../../testing/app.js';
import { newId, systemCtx } from '../context/ctx.js';
import { Files } from './files.js';

// A file system of its own, to be filled, is made by root alone.
const asRoot = process.getuid?.() === 0 && process.platform === 'linux' ? describe : describe.skip;
const disk = mkdtempSync(join(tmpdir(), 'keel-full-'));

function quietly(command: string, args: string[]): void {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
  } catch {
    // It was never mounted.
  }
}

afterAll(() => {
  quietly('umount', ['-l', disk]);
  rmSync(disk, { recursive: true, force: true });
});

asRoot('a disk without room for a file', () => {
  it('keeps nothing of it, says so, and takes the next one that fits', async () => {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]);
    const app = await testApp({ KEEL_FILES: disk });
    const [files, ctx] = [app.nest.get(Files), systemCtx(newId(), 'test')];
    const keep = (size: number) =>
      files.keep(ctx, Readable.from([randomBytes(size)]), { mediaType: 'image/png', name: 'scan.png', maxBytes: 9_000_000 });
    const full = expect.objectContaining({ cause: expect.objectContaining({ code: 'ENOSPC' }) });
    await expect(keep(2_000_000)).rejects.toEqual(full);
    expect(await app.sql('SELECT 1 FROM file')).toEqual([]);
    const kept = () => readdirSync(disk, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(kept()).toEqual([]);
    const { id } = await keep(500_000);
    expect(kept().map(({ name }) => name)).toEqual([id]);
  });
});
