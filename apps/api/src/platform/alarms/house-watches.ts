import { statfs } from 'node:fs/promises';
import { InjectQueue } from '@nestjs/bullmq';
import { Injectable } from '@nestjs/common';
import type { Queue } from 'bullmq';
import { Config } from '../config/config.js';
import type { Ctx } from '../context/ctx.js';
import { Db } from '../database/db.js';
import { DeadLetters } from '../outbox/dead-letters.service.js';
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
    letters: DeadLetters,
    @InjectQueue(EVENTS_QUEUE) private readonly queue: Queue,
  ) {
    const { deadLetters, backlogSeconds, diskFreeMib } = config.alarms;
    const [atLeast, same] = [{ raisedWhen: 'atLeast' }, { clinics: 'same' }] as const;
    const ownLetters = (ctx: Ctx) => letters.countOpen(ctx);
    const ownEvents = (ctx: Ctx) => this.oldestOf(ctx);
    alarms.watch({ code: 'dead_letters', threshold: deadLetters, ...atLeast, read: () => this.openLetters(), clinics: ownLetters });
    alarms.watch({ code: 'event_backlog', threshold: backlogSeconds, ...atLeast, read: () => this.oldestEvent(), clinics: ownEvents });
    const { dataDir, backsUp } = config;
    if (dataDir && backsUp) {
      const { backupHours, archiveSeconds } = config.alarms;
      const age = async (which: 'hours' | 'logSeconds') => (await backupAge(dataDir, Date.now()))?.[which];
      alarms.watch({ code: 'backup_stale', threshold: backupHours, ...atLeast, read: () => age('hours'), ...same });
      alarms.watch({ code: 'log_not_archived', threshold: archiveSeconds, ...atLeast, read: () => age('logSeconds'), ...same });
    }
    const disks = [dataDir, config.files?.kind === 'folder' ? config.files.folder : undefined].filter((folder) => folder !== undefined);
    if (disks.length > 0) {
      alarms.watch({ code: 'disk_space', threshold: diskFreeMib, raisedWhen: 'below', read: () => leastFreeMib(disks), ...same });
    }
  }

  private async openLetters(): Promise<number> {
    const [row] = await this.db.definerFunction<{ open: number }>('open_letters', []);
    return row?.open ?? 0;
  }

  private async oldestOf({ clinicId }: Ctx): Promise<number> {
    const [backlog] = await this.db.definerFunction<{ oldestSeconds: number }>('backlog_of_clinic', [clinicId]);
    return Math.round(backlog?.oldestSeconds ?? 0);
  }

  /** Waiting for the relay, or for a worker; what failed and waits for its next attempt is not in anybody's way. */
  private async oldestEvent(): Promise<number> {
    const [lag] = await this.db.definerFunction<{ oldestSeconds: number }>('outbox_lag', []);
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

async function leastFreeMib(folders: readonly string[]): Promise<number> {
  return Math.min(...(await Promise.all(folders.map(freeMib))));
}

async function freeMib(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return Math.floor((bavail * bsize) / 1_048_576);
}
