import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backupAge } from './backup-age.js';

const HOUR = 3_600_000;

describe('how old backups are', () => {
  it('is counted from the newest verified one, or from when they began, and is unknown before the first word', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'keel-age-'));
    const leave = (status: object) => writeFileSync(join(folder, 'backup-status.json'), JSON.stringify(status));
    expect(await backupAge(folder, 0)).toBeUndefined();
    leave({ since: 0, walSafeAt: 5 * HOUR - 2000 });
    expect(await backupAge(folder, 5 * HOUR)).toEqual({ hours: 5, logSeconds: 2 });
    leave({ since: 0, verifiedAt: 3 * HOUR, walSafeAt: 5 * HOUR });
    expect(await backupAge(folder, 5 * HOUR)).toEqual({ hours: 2, logSeconds: 0 });
  });
});
