import type { DomainEvent } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { ConsentsService } from '../patients/index.js';
import { On, type TxCtx } from '../platform/index.js';
import { HELD_UNPROVED } from './sending/holds.js';
import { ReminderPlans } from './messages/reminder-plans.js';

/** What happens to messages of any kind when others say that something happened; what makes new ones stands beside their kind. */
@Injectable()
export class MessagingListeners {
  constructor(
    private readonly plans: ReminderPlans,
    private readonly consents: ConsentsService,
  ) {}

  @On('patient.updated')
  async holdOrTakeUpRemindersWhenPatientIsUpdated(ctx: TxCtx, event: DomainEvent<'patient.updated'>): Promise<void> {
    const { patientId } = event.payload;
    const barred = await this.consents.barred(ctx, patientId);
    await (barred ? this.plans.holdBack(ctx, patientId, barred) : this.plans.takeUp(ctx, patientId));
  }

  @On('clinic.proved')
  async releaseHeldMessagesWhenClinicIsProved(ctx: TxCtx): Promise<void> {
    await this.plans.release(ctx, HELD_UNPROVED);
  }
}
