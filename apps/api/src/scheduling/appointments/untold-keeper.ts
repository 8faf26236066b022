import { toRfc3339 } from '@keel/calendar';
import { Injectable } from '@nestjs/common';
import { loginBehind, now, type TxCtx } from '../../platform/index.js';
import { Appointment } from './appointment.entity.js';
import type { AppointmentDto } from './appointments.dto.js';
import { type Known, knownOf, stillUntold, tidingOf } from './untold.js';

/** What was done about it. */
const UNSAID = { toldBy: null, toldAt: null, toldMessageId: null };
const NOTHING = { toldStartAt: null, toldPractitionerId: null, toldLocationId: null, toldOff: null };

/** Keeps beside a visit what its patient knows of it, for as long as that is not how it is. */
@Injectable()
export class UntoldKeeper {
  /** Inside the change of a visit. True where what is to be told changed with it. */
  async follow(ctx: TxCtx, before: AppointmentDto, after: AppointmentDto, type: string): Promise<boolean> {
    const tiding = tidingOf(type, before, after);
    if (!tiding) return false;
    // Who was told knows it as it was until now.
    const kept = before.told ? undefined : await this.kept(ctx, before);
    const left = tiding === 'news' ? stillUntold(kept?.known ?? knownOf(before), knownOf(after)) : null;
    if (!left && !kept && !before.told) return false;
    await this.keep(ctx, after.id, left);
    // It was of an earlier change; what the patient then said or did themselves leaves standing that staff told them.
    if (tiding === 'news' || kept?.reminded) await this.write(ctx, after.id, UNSAID);
    return true;
  }

  /** Staff told them; what they knew before stays, for a slip. */
  async said(ctx: TxCtx, id: string): Promise<void> {
    await this.write(ctx, id, { toldBy: loginBehind(ctx), toldAt: now(ctx) });
  }

  async unsaid(ctx: TxCtx, id: string): Promise<void> {
    await this.write(ctx, id, UNSAID);
  }

  private async keep(ctx: TxCtx, id: string, known: Known | null): Promise<void> {
    const columns = known && {
      toldStartAt: new Date(known.start),
      toldPractitionerId: known.practitionerId,
      toldLocationId: known.locationId,
      toldOff: known.off,
    };
    await this.write(ctx, id, columns ?? NOTHING);
  }

  private async write(ctx: TxCtx, id: string, columns: Partial<Appointment>): Promise<void> {
    await ctx.tx.getRepository(Appointment).update({ clinicId: ctx.clinicId, id }, columns);
  }

  /** What they knew before a change of which nobody has told them; nothing of it where a reminder has. Undefined where nothing is kept. */
  private async kept(ctx: TxCtx, { id }: AppointmentDto): Promise<{ known: Known | undefined; reminded: boolean } | undefined> {
    const [row] = await ctx.tx.query<(Omit<Known, 'start'> & { start: number | null; reminded: boolean })[]>(
      `SELECT date_part('epoch', told_start_at) * 1000 AS start, told_practitioner_id AS "practitionerId",
         told_location_id AS "locationId", told_off AS off, told_message_id IS NOT NULL AS reminded FROM appointment WHERE id = $1`,
      [id],
    );
    if (!row?.start) return undefined;
    const { reminded, start, ...rest } = row;
    return { known: reminded ? undefined : { ...rest, start: toRfc3339(start) }, reminded };
  }
}
