import type { Secrets } from '../secrets.ts';
import { SettingsError } from '../settings-error.ts';
import { DATABASE } from '../environment.ts';
import { demandRoom, layOut } from './lay-out.ts';
import type { Line, Manifest } from './line.ts';
import { discard, recover } from './recover.ts';
import { segmentsBetween } from './segments.ts';

/** Where a backup is restored to be looked at; nothing of it is kept. */
export const verifyFolder = (beside: string): string => `${beside}.verify`;

/**
 * Restores a base backup beside the data, reads all of it, and throws it away: every page against its checksum, the
 * migrations against what was written down, and the audit chain of every clinic against its seals.
 *
 * @returns in words what was found to be whole
 * @throws SettingsError where it is not
 */
export async function verify(line: Line, id: string, secrets: Secrets, masterKey: string, beside: string): Promise<string> {
  const folder = verifyFolder(beside);
  await discard(folder);
  try {
    const manifest = await line.manifest(id);
    await demandRoom(folder, manifest);
    const segments = segmentsBetween(manifest.firstSegment, manifest.lastSegment, manifest.segmentBytes);
    await layOut(line, manifest, segments, folder);
    const cluster = await recover(folder, secrets.superuserPassword);
    try {
      const { inspectRestored } = await import('@keel/api/restored');
      const urls = {
        app: cluster.url('keel_app', secrets.appPassword, DATABASE),
        superuser: cluster.superuserUrl(DATABASE),
        queue: cluster.url('keel_queue', secrets.queuePassword, DATABASE),
      };
      const heads = manifest.auditHeads ? (JSON.parse(manifest.auditHeads) as Record<string, { number: number; hash: string }>) : {};
      const found = await inspectRestored(urls, masterKey, heads);
      const fault = faultOf(manifest, found);
      if (fault) throw new SettingsError(`The backup ${id} was restored, and ${fault}. Keep it and the former ones, and make another one.`);
      await line.store.put(`${line.baseName(id)}/verified`, Buffer.from(new Date().toISOString()));
      return `${found.tables} tables with ${found.rows} rows, ${found.clinics} clinics with whole audit chains`;
    } finally {
      await cluster.stop();
    }
  } finally {
    await discard(folder);
  }
}

function faultOf(manifest: Manifest, found: { migrations: string[]; brokenChains: string[] }): string | undefined {
  if (found.migrations.join() !== manifest.migrations.join()) return 'its database is of another version than its manifest says';
  if (found.brokenChains.length > 0) return `the audit of ${found.brokenChains.length} clinics is not whole`;
  return undefined;
}
