import type { DomainEvent } from '@keel/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Ctx, Db, On, sent, type TxCtx, WorkItemKinds, type WorkItemSubject } from '../../platform/index.js';
import { MessageKinds } from '../kinds/message-kinds.js';
import { seenBy } from './seen-by-clinic.js';

const RESOLVE = 'POST /messages/:id/resolve';

const WORDS = {
  message_failed: {
    en: 'A message failed: reach them in another way',
    fr: 'Un message a échoué\u00a0: joindre la personne autrement',
  },
  message_unknown: {
    en: 'Not known whether a message arrived: find out',
    fr: 'On ne sait pas si un message est arrivé\u00a0: s’en informer',
  },
  message_received: { en: 'A patient wrote: read and answer', fr: 'Un patient a écrit\u00a0: lire et répondre' },
  message_held: {
    en: 'A message is held until it is too late: reach them in another way',
    fr: 'Un message est retenu jusqu’à ce qu’il soit trop tard\u00a0: joindre la personne autrement',
  },
  message_delayed: {
    en: 'A message to a colleague could not leave yet',
    fr: 'Un message à une personne de l’équipe n’a pas encore pu partir',
  },
};

const ABOUT = `SELECT m.id, p.id AS "patientId", p.first_name AS "firstName", p.last_name AS "lastName", p.preferred_name AS "preferredName"
  FROM message m JOIN patient_card p ON p.clinic_id = m.clinic_id AND p.id = m.patient_id WHERE m.id = ANY ($1::uuid[])`;

/**
 * What came to stand otherwise with the patient, and not with the message. Each is held first: as it was when the statement began it may be
 * no more, and what it became meanwhile has opened and closed its work already. One that is queued may be failing right now.
 */
const FOLLOW_PATIENT = `WITH held AS MATERIALIZED (
    SELECT m FROM message m WHERE m.clinic_id = $1 AND m.patient_id = $2 AND m.handled_at IS NULL
      AND m.status IN ('failed', 'unknown', 'scheduled', 'queued')
    ORDER BY m.id FOR UPDATE)
  SELECT follow_message(m) FROM held`;

interface About {
  id: string;
  patientId: string;
  firstName: string;
  lastName: string;
  preferredName: string | null;
}

/**
 * What a person must do about messages. The message's own triggers open and close it (`follow_message`), so that nothing which
 * changes a message need think of that; here are its words, and what changes without the message.
 */
@Injectable()
export class MessageWork implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly work: WorkItemKinds,
    private readonly kinds: MessageKinds,
  ) {}

  onModuleInit(): void {
    const stands = (ctx: Ctx) =>
      `EXISTS (SELECT 1 FROM message m WHERE m.clinic_id = w.clinic_id AND m.id = w.subject_id AND ${seenBy(this.kinds, ctx)})`;
    const about = (ctx: Ctx, ids: readonly string[]) => this.about(ctx, ids);
    const kind = (words: { en: string; fr: string }) => ({ words, doneBy: RESOLVE, stands, about }) as const;
    this.work.add({
      message_failed: kind(WORDS.message_failed),
      message_unknown: kind(WORDS.message_unknown),
      message_received: kind(WORDS.message_received),
      message_held: kind(WORDS.message_held),
      message_delayed: kind(WORDS.message_delayed),
    });
  }

  /** Nobody is to reach somebody who has died, unless that was a mistake. */
  @On('patient.updated')
  async followWorkOfMessagesWhenPatientIsUpdated(ctx: TxCtx, event: DomainEvent<'patient.updated'>): Promise<void> {
    sent(ctx, FOLLOW_PATIENT, [ctx.clinicId, event.payload.patientId]);
  }

  private async about(ctx: Ctx, ids: readonly string[]): Promise<Map<string, WorkItemSubject>> {
    const rows = await this.db.read<About>(ctx, { what: 'message', patients: 'patientId' }, ABOUT, [ids]);
    return new Map(rows.map(({ id, firstName, lastName, preferredName }) => [id, { patient: { firstName, lastName, preferredName } }]));
  }
}
