import { Injectable } from '@nestjs/common';
import { Db, newId, now } from '../../platform/index.js';
import { takeAddress } from '../sending/address-lock.js';
import { replyCtx } from './live-visits.js';

/** Who does not want our texts, by number: it holds for whoever's record the number stands in, now or later. */
@Injectable()
export class OptOuts {
  constructor(private readonly db: Db) {}

  async has(clinicId: string, number: string): Promise<boolean> {
    return this.db.tx(replyCtx(clinicId), async (ctx) => {
      const sql = "SELECT 1 FROM suppression WHERE channel = 'sms' AND address = $1";
      return (await ctx.tx.query<unknown[]>(sql, [number])).length > 0;
    });
  }

  /** True where that is news to one of the clinics: only then is it worth an answer. */
  async add(clinicIds: readonly string[], number: string): Promise<boolean> {
    let anew = false;
    for (const clinicId of clinicIds) {
      const rows = await this.db.tx(replyCtx(clinicId), (ctx) => {
        takeAddress(ctx, 'sms', number);
        return ctx.tx.query<unknown[]>(
          `INSERT INTO suppression (clinic_id, id, channel, address, reason, created_at) VALUES ($1, $2, 'sms', $3, 'stop', $4)
           ON CONFLICT ON CONSTRAINT suppression_once DO NOTHING RETURNING id`,
          [clinicId, newId(), number, now(ctx)],
        );
      });
      anew ||= rows.length > 0;
    }
    return anew;
  }

  async remove(clinicIds: readonly string[], number: string): Promise<void> {
    for (const clinicId of clinicIds) {
      await this.db.tx(replyCtx(clinicId), async (ctx) => {
        await ctx.tx.query("DELETE FROM suppression WHERE channel = 'sms' AND address = $1", [number]);
      });
    }
  }
}
