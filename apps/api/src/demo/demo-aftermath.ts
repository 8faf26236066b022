import { Injectable } from '@nestjs/common';
import { InvoicesService, PaymentsService } from '../billing/index.js';
import { DraftsService, SigningService } from '../clinical/index.js';
import type { Ctx } from '../platform/index.js';
import { AppointmentsService } from '../scheduling/index.js';
import { draw } from './cast.js';
import { outcomeOf } from './day-plan.js';
import type { DemoCast } from './demo-clinic.js';
import { noteSections } from './note-texts.js';

const METHODS = ['terminal', 'e_transfer', 'cash'] as const;

export interface KnownVisit {
  id: string;
  start: Date;
  status: string;
  practitionerId: string;
}

/** What became of past visits: seen, written up, invoiced and mostly paid; some missed or cancelled. */
@Injectable()
export class DemoAftermath {
  constructor(
    private readonly visits: AppointmentsService,
    private readonly drafts: DraftsService,
    private readonly signing: SigningService,
    private readonly invoices: InvoicesService,
    private readonly payments: PaymentsService,
  ) {}

  async of(cast: DemoCast, visit: KnownVisit, today: boolean): Promise<void> {
    const practitioner = cast.practitioners.find(({ id }) => id === visit.practitionerId);
    if (!practitioner) return;
    const minutes = (after: number): Ctx => ({ ...cast.ctx, at: new Date(Math.min(visit.start.getTime() + after * 60_000, Date.now())) });
    const outcome = outcomeOf(visit.start.toISOString(), visit.practitionerId);
    if (outcome === 'no_show') return void (await this.visits.noShow(minutes(20), visit.id));
    if (outcome === 'cancelled') return void (await this.visits.cancel(minutes(-2 * 1440), visit.id, { by: 'patient', reason: 'Feeling unwell' }));
    await this.visits.arrive(minutes(-5), visit.id);
    // The last visits of today are still being written up.
    if (today && draw(2, visit.id) === 0) return;
    const author = (after: number): Ctx => ({ ...minutes(after), actor: { type: 'user', id: practitioner.userId } });
    const note = await this.drafts.start(author(5), { appointmentId: visit.id, sections: noteSections(practitioner.profession, visit.start.toISOString()) });
    await this.signing.sign(author(50), note.id, note.version);
    const { invoice } = await this.invoices.fromNote(minutes(52), note.id, {});
    if (outcome === 'seen_and_paid') {
      const method = METHODS[draw(METHODS.length, invoice.id)] ?? 'terminal';
      await this.payments.receive(minutes(55), invoice.id, { amount: { amount: invoice.total.amount }, method });
    }
  }
}
