/** What the person who starts Keel can mend: told in words, without a stack. */
export class SettingsError extends Error {}

const SAID: Record<string, string> = {
  EROFS: 'is read-only. Mount it so that it can be written to, or name another folder by KEEL_DATA_DIR',
  EACCES: 'may not be written to by this user. Give this user the folder, or name another one by KEEL_DATA_DIR',
  EPERM: 'may not be written to by this user. Give this user the folder, or name another one by KEEL_DATA_DIR',
  ENOSPC: 'has no room left. Free some space on its disk, then start again',
  EDQUOT: 'has no room left. Free some space on its disk, then start again',
  // What Node says of a folder to be made on a read-only file system.
  ENOENT: 'cannot be made: its disk is read-only, or gone. Mount it so that it can be written to, or name another one by KEEL_DATA_DIR',
  ENOTDIR: 'cannot be a folder, since a part of its path is a file. Name another one by KEEL_DATA_DIR',
  EEXIST: 'cannot be a folder, since a part of its path is a file. Name another one by KEEL_DATA_DIR',
};

/** Runs what writes into the data folder before anything is started. @throws SettingsError where the folder is at fault. */
export function inDataFolder<T>(dataDir: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
    if (!SAID[code]) throw error;
    throw new SettingsError(`The data folder ${dataDir} ${SAID[code]}.`, { cause: error });
  }
}
