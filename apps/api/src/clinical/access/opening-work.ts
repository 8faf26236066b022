import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Ctx, Db, NOT_PERSONAL, WorkItemKinds, type WorkItemSubject } from '../../platform/index.js';
import { WAITING } from './own-bookings.js';

const WORDS = { en: 'A chart was opened: review whether rightly', fr: 'Un dossier a été ouvert\u00a0: vérifier si c’était à bon droit' };

/** Whether an own booking waits changes with what others say of the patient's appointments, so it is asked when the work is read. */
const STANDS = `(w.done_at IS NOT NULL OR w.subject_id IN (${WAITING}))`;

/** An opening that somebody must look at is work from when it was given until it is reviewed; its own triggers open and close it. */
@Injectable()
export class OpeningWork implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly kinds: WorkItemKinds,
  ) {}

  onModuleInit(): void {
    this.kinds.add({
      chart_access_review: {
        words: WORDS,
        doneBy: 'POST /chart-access/:id/review',
        stands: () => STANDS,
        about: (ctx, ids) => this.about(ctx, ids),
      },
    });
  }

  /** Who opened it; whose chart it is stands in the opening. */
  private async about(ctx: Ctx, ids: readonly string[]): Promise<Map<string, WorkItemSubject>> {
    const sql = 'SELECT id, user_id AS "memberId" FROM chart_access WHERE id = ANY ($1::uuid[])';
    const rows = await this.db.read<{ id: string; memberId: string }>(ctx, NOT_PERSONAL, sql, [ids]);
    return new Map(rows.map(({ id, memberId }) => [id, { memberId }]));
  }
}
