import { statfs } from 'node:fs/promises';
import { InjectQueue } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { Config } from '../config/config.js';
import { Db } from '../database/db.js';
import { EVENTS_QUEUE } from '../outbox/event-job.js';
import { inTime } from '../queues/in-time.js';
import { Alarms } from './alarms.js';
import { backupAge } from './backup-age.js';

/** What the ground floor itself has to watch: its events, its letters, its disk. */
@Injectable()
export class HouseWatches {
  private answeredAt = Date.now();

  constructor(
    private readonly db: Db,
    config: Config,
    alarms: Alarms,
    @InjectQueue(EVENTS_QUEUE) private readonly queue: Queue,
  ) {
    const { deadLetters, backlogSeconds, diskFreeMib } = config.alarms;
    alarms.watch({ code: 'dead_letters', threshold: deadLetters, raisedWhen: 'atLeast', read: () => this.openLetters() });
    alarms.watch({ code: 'event_backlog', threshold: backlogSeconds, raisedWhen: 'atLeast', read: () => this.oldestEvent() });
    const { dataDir, backsUp } = config;
    if (dataDir && backsUp) {
      const { backupHours, archiveSeconds } = config.alarms;
      const age = async (which: 'hours' | 'logSeconds') => (await backupAge(dataDir, Date.now()))?.[which];
      alarms.watch({ code: 'backup_stale', threshold: backupHours, raisedWhen: 'atLeast', read: () => age('hours') });
      alarms.watch({ code: 'log_not_archived', threshold: archiveSeconds, raisedWhen: 'atLeast', read: () => age('logSeconds') });
    }
    if (dataDir) alarms.watch({ code: 'disk_space', threshold: diskFreeMib, raisedWhen: 'below', read: () => freeMib(dataDir) });
  }

  private async openLetters(): Promise<number> {
    const [row] = await this.db.door<{ open: number }>('open_letters', []);
    return row?.open ?? 0;
  }

  /** Waiting for the relay, or for a worker; what failed and waits for its next attempt is not in anybody's way. */
  private async oldestEvent(): Promise<number> {
    const [lag] = await this.db.door<{ oldestSeconds: number }>('outbox_lag', []);
    return Math.round(Math.max(lag?.oldestSeconds ?? 0, await this.oldestJob()));
  }

  /** While the queue does not answer, whatever is in it has waited at least since it last did. */
  private async oldestJob(): Promise<number> {
    try {
      const [job] = await inTime(this.queue.getJobs(['waiting'], 0, 0, true));
      this.answeredAt = Date.now();
      return job ? (Date.now() - job.timestamp) / 1000 : 0;
    } catch {
      return (Date.now() - this.answeredAt) / 1000;
    }
  }
}

async function freeMib(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return Math.floor((bavail * bsize) / 1_048_576);
}
