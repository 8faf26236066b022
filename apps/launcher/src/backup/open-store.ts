import { SettingsError } from '../settings-error.ts';
import { FolderStore } from './folder-store.ts';
import type { Store } from './store.ts';

/** @throws SettingsError where the address leads nowhere */
export async function openStore(address: string, env: NodeJS.ProcessEnv): Promise<Store> {
  if (address.startsWith('s3://')) {
    // Heavy, and needed by few.
    const { openS3 } = await import('./s3-store.ts');
    return openS3(address, env);
  }
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(address)) {
    throw new SettingsError(`${address} is no place for backups that Keel knows: name a folder, or s3://bucket/folder`);
  }
  return FolderStore.open(address);
}
