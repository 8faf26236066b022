import type { CancelledBy } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { loginBehind, now, prepared, type TxCtx } from '../../platform/index.js';
import type { AppointmentDto } from './appointments.dto.js';
import {
  answeredAgainBy,
  answeredBy,
  type AnsweredBy,
  answersIn,
  changed,
  confirmedBy,
  confirmedByStaff,
  isConfirmedByAnswer,
  lost,
  perhapsReachedBy,
  reachedBy,
  readdressed,
  readdressedFormer,
  readStages,
  saidBy,
  type Stages,
  stagesFrom,
  standingOf,
  type Teller,
  unsaid,
  withoutAnswers,
} from './tellings.js';
import { type Known, knownOf, tidingOf } from './untold.js';

/** As whom a patient's text acts: nobody else of the house does so on their word. */
export const BY_TEXT = 'sms_reply';

/**
 * Keeps beside an appointment what it has been since its patient was last known to know it, and who told them of each (`tellings`). What is to
 * be done now follows from that, and is written where lists of appointments read it (`told_…`).
 */
@Injectable()
export class UntoldKeeper {
  /** Inside the change of an appointment, by whom where that is said. True where what is to be told may have changed with it. */
  async follow(ctx: TxCtx, before: AppointmentDto, after: AppointmentDto, type: string, by?: CancelledBy): Promise<boolean> {
    const answered = by === 'patient' ? answererOf(ctx) : undefined;
    const offIsKept = type === 'appointment.restored' && (await this.stages(ctx, after.id))?.at(-1)?.off === true;
    const tiding = tidingOf(type, before, after, by, { themselves: answered !== undefined, offIsKept });
    const confirms = type === 'appointment.confirmed' && before.status !== 'confirmed';
    if (!tiding && !confirms) return false;
    const stages = await this.stages(ctx, after.id);
    if (!tiding) {
      if (stages) await this.keep(ctx, after.id, confirmedByStaff(stages));
      return false;
    }
    if (tiding === 'news') {
      await this.keep(ctx, after.id, changed(stages ?? stagesFrom(knownOf(before)), after.version, knownOf(after)));
      return true;
    }
    if (tiding === 'done' && answered) {
      const [was, is] = [knownOf(before), knownOf(after)];
      const grown = was.off === is.off ? stages : changed(stages ?? stagesFrom(was), after.version, is);
      const answer = confirms ? confirmedBy : answeredBy;
      await this.keep(ctx, after.id, answer(grown ?? stagesFrom(is), answered, now(ctx).toISOString()));
      return stages !== undefined;
    }
    if (!stages) return false;
    // What the patient then said themselves leaves standing that staff told them.
    const { told } = standingOf(stages);
    await this.write(ctx, after.id, null, null, told && 'message' in told ? null : told);
    return true;
  }

  /**
   * Its patient answered by themselves what was so already. False where that was kept before, or they are still to be told, so that somebody
   * calls; undefined where somebody else acts.
   */
  async answeredAgain(ctx: TxCtx, appointment: AppointmentDto): Promise<boolean | undefined> {
    const answered = answererOf(ctx);
    if (!answered) return undefined;
    if (appointment.untold) return false;
    const is = knownOf(appointment);
    const stages = (await this.stages(ctx, appointment.id)) ?? stagesFrom(is);
    // Staff wrote down that their patient called it off, or brought it back at their wish: that made no stage.
    const grown = stages.at(-1)?.off === is.off ? stages : changed(stages, appointment.version, is);
    const more = answeredAgainBy(grown, answered, now(ctx).toISOString());
    if (more !== stages) await this.keep(ctx, appointment.id, more);
    return more !== stages;
  }

  /** The place of an appointment, as it was before, is elsewhere by now. */
  async readdress(ctx: TxCtx, before: AppointmentDto, version: number, [was, is]: readonly [string, string]): Promise<void> {
    const stages = (await this.stages(ctx, before.id)) ?? stagesFrom(knownOf(before));
    await this.keep(ctx, before.id, readdressed(stages, version, was, is));
  }

  /** A place is elsewhere by now at which it was before, or was called off: it may come back there. */
  async readdressFormer(ctx: TxCtx, before: AppointmentDto, locationId: string, [was, is]: readonly [string, string]): Promise<void> {
    const kept = await this.stages(ctx, before.id);
    if (!kept && before.locationId !== locationId) return;
    // What staff wrote down as called off by the patient is taken back as a slip: of that the patient knows nothing.
    const stages = kept ?? stagesFrom({ ...knownOf(before), off: before.cancelledBy === 'clinic' });
    const last = stages.at(-1);
    const asSlip = last?.locationId === locationId && !last.off;
    const next = asSlip ? readdressed(stages, before.version + 1, was, is) : readdressedFormer(stages, locationId, was, is);
    await this.keep(ctx, before.id, next);
  }

  /** Staff told them. */
  async said(ctx: TxCtx, id: string): Promise<void> {
    await this.change(ctx, id, (stages) => saidBy(stages, loginBehind(ctx), now(ctx).toISOString()));
  }

  async unsaid(ctx: TxCtx, id: string): Promise<void> {
    await this.change(ctx, id, unsaid);
  }

  /** A message left that tells of the appointment as it was at this version. */
  async reached(ctx: TxCtx, id: string, message: string, version: number): Promise<void> {
    await this.change(ctx, id, (stages) => reachedBy(stages, message, version, now(ctx).toISOString()));
  }

  /** One left of which nobody will hear whether it arrived. */
  async perhapsReached(ctx: TxCtx, id: string, message: string, version: number): Promise<void> {
    await this.change(ctx, id, (stages) => perhapsReachedBy(stages, message, version, now(ctx).toISOString()));
  }

  /** It did not arrive. */
  async lost(ctx: TxCtx, id: string, message: string): Promise<void> {
    await this.change(ctx, id, (stages) => lost(stages, message));
  }

  /** By what its patient answered themselves, as far as that still counts; nothing is held for it. */
  async answers(ctx: TxCtx, id: string): Promise<AnsweredBy[]> {
    const [row] = await prepared<{ tellings: Stages | null }>(ctx, 'SELECT tellings FROM appointment WHERE id = $1', [id]);
    return row?.tellings ? answersIn(row.tellings) : [];
  }

  /** It was not the patient who answered by these. True where its confirmation stands on nothing then. */
  async disown(ctx: TxCtx, id: string, isStrange: (by: AnsweredBy) => boolean): Promise<boolean> {
    const stages = await this.stages(ctx, id);
    if (!stages) return false;
    const left = withoutAnswers(stages, isStrange);
    await this.keep(ctx, id, left);
    return isConfirmedByAnswer(stages) && !isConfirmedByAnswer(left);
  }

  /** Nothing to do where nothing was to be told, or they know it by now whoever told them. */
  private async change(ctx: TxCtx, id: string, how: (stages: Stages) => Stages): Promise<void> {
    const stages = await this.stages(ctx, id);
    if (stages) await this.keep(ctx, id, how(stages));
  }

  /** Held until the transaction ends: messages, staff and moves take turns on it. Of most appointments there is nothing, and nothing is held. */
  private async stages(ctx: TxCtx, id: string): Promise<Stages | undefined> {
    const sql = 'SELECT tellings FROM appointment WHERE id = $1 AND tellings IS NOT NULL FOR NO KEY UPDATE';
    const [row] = await prepared<{ tellings: Stages | null }>(ctx, sql, [id]);
    return readStages(row?.tellings ?? null);
  }

  private async keep(ctx: TxCtx, id: string, stages: Stages): Promise<void> {
    const { known, told } = standingOf(stages);
    await this.write(ctx, id, stages, known, told);
  }

  private async write(ctx: TxCtx, id: string, stages: Stages | null, known: Known | null, told: Teller | null): Promise<void> {
    await prepared(
      ctx,
      `UPDATE appointment SET tellings = $2::jsonb, told_start_at = $3, told_practitioner_id = $4, told_location_id = $5, told_off = $6,
         told_at = $7, told_by = $8, told_message_id = $9 WHERE id = $1`,
      [
        ...[id, stages && JSON.stringify(stages), known && new Date(known.start), known?.practitionerId ?? null],
        ...[known?.locationId ?? null, known?.off ?? null, told && new Date(told.at)],
        ...[told && 'by' in told ? told.by : null, told && 'message' in told ? told.message : null],
      ],
    );
  }
}

/** By what a patient acts without anybody of the clinic; undefined where somebody writes down their word. */
function answererOf({ actor }: TxCtx): AnsweredBy | undefined {
  if (actor.type === 'link') return { link: actor.id };
  return actor.type === 'system' && actor.id === BY_TEXT ? 'text' : undefined;
}
