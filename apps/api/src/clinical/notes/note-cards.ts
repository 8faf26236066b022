import type { DomainEvent, NoteStatus } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { On, type TxCtx } from '../../platform/index.js';
import { AppointmentCards } from '../../scheduling/index.js';
import { noteFacts } from './note-facts.js';

/** Keeps what an appointment shows of its notes. */
@Injectable()
export class NoteCards {
  constructor(private readonly cards: AppointmentCards) {}

  async recount(ctx: TxCtx, appointmentId: string): Promise<void> {
    await this.cards.recountNotes(ctx, appointmentId, async () => {
      const rows = await ctx.tx.query<{ status: NoteStatus }[]>('SELECT status FROM note WHERE appointment_id = $1', [appointmentId]);
      return noteFacts(rows.map(({ status }) => status));
    });
  }

  /** Events come late, twice and out of order, so they say only where to look. */
  @On('note.started', 'note.signed', 'note.amended', 'note.entered_in_error')
  async recountNotesOnCard(
    ctx: TxCtx,
    { payload }: DomainEvent<'note.started' | 'note.signed' | 'note.amended' | 'note.entered_in_error'>,
  ): Promise<void> {
    if (payload.appointmentId) await this.recount(ctx, payload.appointmentId);
  }
}
