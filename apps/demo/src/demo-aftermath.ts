import { Injectable } from '@nestjs/common';
import { InvoicesService, PaymentsService } from '@keel/api/billing';
import { DraftsService, NotesService, SigningService } from '@keel/api/clinical';
import type { Ctx, TxCtx } from '@keel/api/platform';
import { type AppointmentDto, AppointmentsService } from '@keel/api/scheduling';
import { draw } from './cast.js';
import type { PlannedAppointment, Story } from './day-plan.js';
import type { DemoPractitioner } from './demo-clinic.js';
import { noteSections } from './notes/index.js';

const METHODS = ['terminal', 'e_transfer', 'cash'] as const;
const COMING: readonly string[] = ['booked', 'confirmed'];
const THERE: readonly string[] = ['arrived', 'in_session', 'completed'];

/** One appointment with what is planned for it. */
export interface DemoAppointment {
  appointment: AppointmentDto;
  plan: PlannedAppointment;
  story: Story;
  practitioner: DemoPractitioner;
  /** How often the patient has been here before. */
  session: number;
}

/** Takes an appointment as far as its story has come by now. Each step looks first, so that a repeat finds nothing to do. */
@Injectable()
export class DemoAftermath {
  constructor(
    private readonly appointments: AppointmentsService,
    private readonly notes: NotesService,
    private readonly drafts: DraftsService,
    private readonly signing: SigningService,
    private readonly invoices: InvoicesService,
    private readonly payments: PaymentsService,
  ) {}

  async see(ctx: TxCtx, { appointment, plan, story, practitioner, session }: DemoAppointment, now: Date): Promise<void> {
    const { id } = appointment;
    let { status } = appointment;
    const due = (at: Date | undefined): at is Date => at !== undefined && at <= now;
    const as = (at: Date, userId?: string): Ctx => ({ ...ctx, at, ...(userId ? { actor: { type: 'user', id: userId } } : {}) });
    if (COMING.includes(status) && story.outcome === 'cancelled') {
      if (due(story.cancelled)) await this.appointments.cancel(as(story.cancelled), id, { by: 'patient', reason: 'Feeling unwell' });
      return;
    }
    if (status === 'booked' && due(story.confirmed))
      ({ status } = await this.appointments.confirm(as(story.confirmed), id, { by: 'patient' }));
    if (COMING.includes(status) && story.outcome === 'no_show') {
      // One that was moved by hand may not have begun by then.
      if (due(story.missed) && new Date(appointment.start) <= story.missed) await this.appointments.noShow(as(story.missed), id);
      return;
    }
    if (COMING.includes(status) && due(story.arrived)) ({ status } = await this.appointments.arrive(as(story.arrived), id));
    if (!THERE.includes(status) || appointment.documented || !due(story.noted)) return;
    const [head] = (await this.notes.list(ctx, { appointmentId: id, limit: 1 })).data;
    // A note that somebody began by hand is theirs to finish.
    if (head && (head.status !== 'draft' || Date.parse(head.createdAt) !== +story.noted)) return;
    const author = (at: Date) => as(at, practitioner.userId);
    const sections = noteSections(practitioner.profession, plan.patient, session);
    const note = head ?? (await this.drafts.start(author(story.noted), { appointmentId: id, sections }));
    if (due(story.signed)) await this.signing.sign(author(story.signed), note.id, note.version);
  }

  /** In the order of the appointments, so that invoice numbers follow the days. */
  async bill(ctx: TxCtx, { appointment, story }: DemoAppointment, now: Date): Promise<void> {
    if (!THERE.includes(appointment.status) || story.invoiced > now || appointment.invoiceId) return;
    const { invoice } = await this.invoices.fromAppointment({ ...ctx, at: story.invoiced }, appointment.id, {});
    const amount = Math.round((invoice.total.amount * story.paidShare) / 100);
    if (amount === 0 || story.paid > now) return;
    const method = METHODS[draw(METHODS.length, appointment.start, appointment.patientId)] ?? 'terminal';
    await this.payments.receive({ ...ctx, at: story.paid }, invoice.id, { amount: { amount }, method });
  }
}
