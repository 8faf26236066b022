import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { type Ctx, type IfMatchValue, type TxCtx } from '../../platform/index.js';
import { Appointment } from './appointment.entity.js';
import { AppointmentRecords } from './appointment-records.js';
import type { AppointmentDto } from './appointments.dto.js';
import { PatientKnowsError } from '../scheduling.errors.js';
import type { AnsweredBy } from './tellings.js';
import { UntoldKeeper } from './untold-keeper.js';
import { refOf, AppointmentEvents } from './appointment-events.js';

/** In the audit list. */
const WORD = {
  'appointment.patient_told': 'patient told',
  'appointment.patient_untold': 'patient not told',
  'appointment.answer_withdrawn': 'answer withdrawn',
} as const;

/** What a message tells of. */
export interface AppointmentTold {
  appointmentId: string;
  version: number;
}

/** How the patient comes to know what the clinic changed: somebody tells them, or a reminder of the new time or an answer to them does. */
@Injectable()
export class PatientNews {
  constructor(
    private readonly records: AppointmentRecords,
    private readonly untold: UntoldKeeper,
    private readonly log: AppointmentEvents,
  ) {}

  /** Staff have told them; a second press changes nothing. @throws NotFoundProblem, StaleVersionError */
  async told(ctx: Ctx, id: string, ifMatch: IfMatchValue): Promise<AppointmentDto> {
    return this.records.change(ctx, id, ifMatch, async (ctx, current) => {
      if (!current.untold) return current;
      await this.untold.said(ctx, id);
      return this.changed(ctx, current, 'appointment.patient_told');
    });
  }

  /** It was a slip: they are still to be told. A second press changes nothing. @throws NotFoundProblem, StaleVersionError, PatientKnowsError */
  async notTold(ctx: Ctx, id: string, ifMatch: IfMatchValue): Promise<AppointmentDto> {
    return this.records.change(ctx, id, ifMatch, async (ctx, current) => {
      if (!current.told) return current;
      if (!current.told.undoable) throw new PatientKnowsError();
      await this.untold.unsaid(ctx, id);
      return this.changed(ctx, current, 'appointment.patient_untold');
    });
  }

  private async changed(
    ctx: TxCtx,
    { id, version }: AppointmentDto,
    type: keyof typeof WORD,
    columns: Partial<Pick<Appointment, 'status'>> = {},
  ): Promise<AppointmentDto> {
    // What was written while they were taken for told may have left out what is new: a yes to that is asked for again.
    const asked = type === 'appointment.patient_untold' ? { shownVersion: version + 1 } : {};
    await ctx.tx.getRepository(Appointment).update({ clinicId: ctx.clinicId, id }, { version: version + 1, ...asked, ...columns });
    const appointment = await this.records.reread(ctx, id);
    await this.log.changed(ctx, appointment, type, refOf(appointment), { reason: WORD[type] });
    return appointment;
  }

  /** A message has left that tells of the appointment as it was at this version, whatever it is by now. */
  async toldBy(ctx: TxCtx, messageId: string, { appointmentId, version }: AppointmentTold): Promise<void> {
    await this.untold.reached(ctx, appointmentId, messageId, version);
  }

  /** One of which nobody will hear whether it arrived: they may hold to be so what it said, and are to be told all the same. */
  async perhapsToldBy(ctx: TxCtx, messageId: string, { appointmentId, version }: AppointmentTold): Promise<void> {
    await this.untold.perhapsReached(ctx, appointmentId, messageId, version);
  }

  /** It did not reach them after all. */
  async notToldBy(ctx: TxCtx, messageId: string, appointmentId: string): Promise<void> {
    await this.untold.lost(ctx, appointmentId, messageId);
  }

  /**
   * Some of what was taken for its patient's own answers was not theirs, since it came by an address that is not theirs: it tells nothing, and
   * what it confirmed waits for a yes again. What was called off so stays off, for its time may be another's by now, and is to be told.
   */
  async notAnsweredBy(ctx: TxCtx, appointmentId: string, strange: (by: AnsweredBy) => Promise<boolean>): Promise<void> {
    // Of most appointments nobody answered by themselves, and none of these is held.
    if ((await this.untold.answers(ctx, appointmentId)).length === 0) return;
    const current = await this.records.hold(ctx, appointmentId);
    const answers = await this.untold.answers(ctx, appointmentId);
    const theirs = new Set<AnsweredBy>();
    for (const answer of answers) if (!(await strange(answer))) theirs.add(answer);
    if (theirs.size === answers.length) return;
    const open = await this.untold.disown(ctx, appointmentId, (answer) => ![...theirs].some((one) => isDeepStrictEqual(one, answer)));
    await this.changed(ctx, current, 'appointment.answer_withdrawn', open && current.status === 'confirmed' ? { status: 'booked' } : {});
  }
}
