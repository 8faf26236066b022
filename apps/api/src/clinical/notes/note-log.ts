import type { EventMap } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { Audit, type AuditFact, Outbox, type TxCtx } from '../../platform/index.js';
import { NoteCards } from './note-cards.js';

type NoteEvent = 'note.started' | 'note.signed' | 'note.amended' | 'note.entered_in_error';

interface NoteRef {
  id: string;
  patientId: string;
  practitionerId: string;
  appointmentId: string | null;
}

/** Every change of a note leaves an audit row, and what others need to know an event and the count on its appointment; none holds a word of it. */
@Injectable()
export class NoteLog {
  constructor(
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly cards: NoteCards,
  ) {}

  async changed(
    ctx: TxCtx,
    { id, patientId, practitionerId, appointmentId }: NoteRef,
    action: AuditFact['action'],
    type?: NoteEvent,
  ): Promise<void> {
    const payload: EventMap[NoteEvent] = { noteId: id, patientId, practitionerId, appointmentId };
    if (type) await this.outbox.add(ctx, type, payload);
    await this.audit.add(ctx, { what: 'note', action, patientId, entityId: id });
    // No rule depends on a draft: its appointment is not held up for it, and hears by the event.
    if (appointmentId && type && type !== 'note.started') await this.cards.recount(ctx, appointmentId);
  }
}
