import type { EnvReader } from './env-reader.js';

/** From where on somebody is told; see `ALARM_CODES` for what each counts. */
export interface AlarmConfig {
  lookEveryMs: number;
  deadLetters: number;
  backlogSeconds: number;
  diskFreeMib: number;
  latePercent: number;
  failingPercent: number;
  strayTexts: number;
  refusals: number;
  backupHours: number;
  archiveSeconds: number;
}

export function readAlarms(read: EnvReader): AlarmConfig {
  return {
    lookEveryMs: read.integer('ALARM_LOOK_EVERY_MS', 30_000, 100, 3_600_000),
    deadLetters: read.integer('ALARM_DEAD_LETTERS', 1, 1, 1_000_000),
    backlogSeconds: read.integer('ALARM_BACKLOG_SECONDS', 60, 1, 86_400),
    diskFreeMib: read.integer('ALARM_DISK_FREE_MIB', 2048, 1, 10_000_000),
    latePercent: read.integer('ALARM_LATE_PERCENT', 10, 1, 100),
    failingPercent: read.integer('ALARM_FAILING_PERCENT', 50, 1, 100),
    strayTexts: read.integer('ALARM_STRAY_TEXTS', 1, 1, 1_000_000),
    refusals: read.integer('ALARM_REFUSALS', 200, 2, 1_000_000),
    // Twice the time between two, so that one that failed and was made again says nothing.
    backupHours: read.integer('ALARM_BACKUP_HOURS', 50, 1, 10_000),
    archiveSeconds: read.integer('ALARM_ARCHIVE_SECONDS', 300, 1, 86_400),
  };
}
