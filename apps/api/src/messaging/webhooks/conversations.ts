import { Injectable } from '@nestjs/common';
import { Audit, Crypto, type Ctx, Db, isUnopenable, newId, now, Outbox, type TxCtx } from '../../platform/index.js';
import { PatientNews, type AppointmentTold } from '../../scheduling/index.js';
import { contentOf } from '../messages/content-of.js';
import { Composer } from '../sending/composer.js';
import type { Answer, Asked } from './answer-texts.js';
import type { Told } from './appointments-meant.js';
import type { Last } from './courtesy.js';
import type { OptOut, OptSaid } from './opting.js';
import type { Home, Offer } from './whose-words.js';

/** What of a conversation belongs to one clinic. */
interface Line {
  number: string;
  text: string;
  patientId: string | null;
  appointmentId: string | null;
}

export interface OurLine extends Line {
  reply: Answer;
  version: number | null;
  startsAt: Date | null;
  asks?: Asked;
  choice?: number;
}

export interface TheirLine extends Line {
  sid: string;
  /** Where that is not now: of a text that was missed. */
  writtenAt: Date | undefined;
  /** True puts it before a person. */
  forPerson: boolean;
  /** Where it is of none of them alone. */
  sharedBy: string[];
}

/** What a text of nobody known wishes, whether it says more, and the clinics that its sender may choose from by a number. */
export interface StrayText {
  wish: 'out' | 'in' | null;
  /** What it says of being texted, in the order of writing. */
  said: readonly OptSaid[];
  /** Of one that was missed: `MissedText.known`. */
  known: readonly string[] | null;
  more: boolean;
  offers: string[] | null;
}

/** A clinic in which a text stands, and of whom; as the record says whose phone it is where no patient is named. */
export interface Kept {
  clinicId: string;
  patientId?: string | null;
  appointmentId?: string | null;
  /** Whether somebody there has to read it. */
  forPerson: boolean;
  /** True where it is said what it seems to wish, and its words are not shown. */
  withheld?: boolean;
}

/** What comes of a text: what is said, whose it is, and who has to read it. */
export interface Outcome {
  text?: string | undefined;
  lines: (OurLine & { clinicId: string })[];
  /** Where the text stands: once in each clinic that it concerns. */
  kept: Kept[];
  /** The wish to hear no more, or to hear again: of the number, whatever clinic it was told. */
  optOut?: 'out' | 'in';
}

/** Texts to and fro with a phone, kept as messages: what was said to whom last decides what an answer means. */
@Injectable()
export class Conversations {
  constructor(
    private readonly db: Db,
    private readonly crypto: Crypto,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly composer: Composer,
    private readonly news: PatientNews,
  ) {}

  /** What this installation's number wrote to that one in the last year, whatever clinic it was for; the newest first. */
  async told(number: string): Promise<Told[]> {
    return this.db.definerFunction<Told>('sms_conversations', [this.composer.numberHash(number)]);
  }

  /** Twilio may bring the same text twice, and whoever caught one may bring it years later. */
  async isKnown(sid: string): Promise<boolean> {
    const [row] = await this.db.definerFunction<{ text_is_known: boolean }>('text_is_known', [sid]);
    return row?.text_is_known ?? false;
  }

  /** True for the first who brings it, in the transaction that does what it asks: both happen, or neither. */
  async claim(ctx: TxCtx, sid: string): Promise<boolean> {
    const [row] = await ctx.tx.query<{ mine: boolean }[]>('SELECT claim_text($1) AS mine', [sid]);
    return row?.mine ?? false;
  }

  /** Where this phone wants no texts. */
  async optOut(number: string): Promise<OptOut | undefined> {
    const [out] = await this.db.definerFunction<OptOut>('opt_out_of_number', [number]);
    return out;
  }

  /** The patients who have the number on record, of whatever clinic; the only clinic that there is where nobody has it. */
  async known(number: string): Promise<Home[]> {
    return this.db.definerFunction<Home>('homes_of_number', [number]);
  }

  /** A text of which nobody knows whose it is: does what it wishes, and is counted where it says more; true where it is worth an answer. */
  async takeStray(sid: string, number: string, { wish, said, known, more, offers }: StrayText): Promise<boolean> {
    const words = [said.map(({ word }) => word), said.map((one) => one.sid)];
    const asked = [sid, number, this.composer.numberHash(number), wish, ...words, more, offers, now({}), known];
    const [row] = await this.db.definerFunction<{ answer: boolean }>('take_stray_text', asked);
    return row?.answer ?? false;
  }

  /** A text that asks for nothing, and of which nobody knows whose it is: not counted, for that would silence the answer to the next. */
  async letBe(sid: string): Promise<undefined> {
    await this.db.definerFunction('claim_text', [sid]);
    return undefined;
  }

  /** The clinics that it was last offered to write to, by their numbers, and which one it chose. */
  async offer(number: string): Promise<Offer | undefined> {
    const [row] = await this.db.definerFunction<Offer>('offered_to_phone', [this.composer.numberHash(number)]);
    return row;
  }

  /** What this phone was sent last: of a clinic, or of none, where its own words were no clinic's; and what it may have been sent since. */
  async lastSaid(told: readonly Told[], number: string): Promise<readonly Last[]> {
    // A reminder that did not leave has no appointment.
    const said = told
      .filter(({ reply, appointmentId }) => reply !== null || appointmentId !== null)
      .toSorted((a, b) => +b.arrivedBy - +a.arrivedBy);
    const [newest] = said;
    const [stray] = await this.db.definerFunction<{ sid: string; at: Date }>('last_stray_text', [this.composer.numberHash(number)]);
    // Beside an answer of ours to the same text, that is what was said last.
    const later = stray && (!newest || (stray.at > newest.at && stray.sid !== newest.answers));
    if (later) return ['stray'];
    const surely = said.findIndex(({ perhaps, arriving }) => !perhaps && !arriving);
    return surely < 0 ? said : said.slice(0, surely + 1);
  }

  /** In the transaction that claimed the text with the number. */
  async choose(ctx: TxCtx, number: string): Promise<void> {
    await ctx.tx.query('SELECT choose_clinic_for_words($1, $2, $3)', [this.composer.numberHash(number), ctx.clinicId, now(ctx)]);
  }

  /** Words of which nobody knows for whom they are, beside what they asked for: counted, in the transaction that claimed them. */
  async countStray(ctx: TxCtx, sid: string, number: string): Promise<void> {
    await ctx.tx.query('SELECT count_stray_text($1, $2)', [sid, this.composer.numberHash(number)]);
  }

  /** A text that came in; false where this clinic has it already. */
  async keepTheirs(ctx: TxCtx, line: TheirLine): Promise<boolean> {
    const { sid, writtenAt, forPerson, patientId, appointmentId, sharedBy } = line;
    const hash = this.composer.numberHash(line.number);
    const id = newId();
    const kept = await ctx.tx.query<unknown[]>(
      `INSERT INTO message (clinic_id, id, kind, channel, status, patient_id, appointment_id, due_at, sent_at, handled_at, provider_id,
         recipient_hash, content, shared_by, created_at, updated_at)
       VALUES ($1, $2, 'received', 'sms', 'received', $3, $4, $5, $11, $6, $7, $8, $9, $10, $5, $5)
       ON CONFLICT (clinic_id, provider_id) WHERE kind = 'received' DO NOTHING RETURNING id`,
      [
        ...[ctx.clinicId, id, patientId, appointmentId, now(ctx), forPerson ? null : now(ctx), sid, hash],
        ...[await this.seal(ctx, id, line), sharedBy, writtenAt ?? now(ctx)],
      ],
    );
    if (kept.length === 0) return false;
    await this.audit.add(ctx, { what: 'message', action: 'create', patientId, entityId: id });
    const ref = { messageId: id, patientId, appointmentId, channel: 'sms', kind: 'received' } as const;
    await this.outbox.add(ctx, 'message.received', ref);
    return true;
  }

  /** How many texts came from this phone in the last ten minutes, with this one. */
  async texts(number: string): Promise<number> {
    const [row] = await this.db.definerFunction<{ texts: number }>('count_text_of_phone', [this.composer.numberHash(number)]);
    return row?.texts ?? 0;
  }

  /** What is answered at once, in the answer to Twilio's call; or what is about to leave, where that call is over (`LateAnswers`). */
  async keepOurs(ctx: TxCtx, line: OurLine, answers: string, late: boolean): Promise<void> {
    const { patientId, appointmentId, reply, version, startsAt, asks = null, choice = null } = line;
    const id = newId();
    await ctx.tx.query(
      `INSERT INTO message (clinic_id, id, kind, channel, status, patient_id, appointment_id, starts_at, due_at, queued_at, sent_at,
         recipient_hash, content, appointment_version, reply, asks, choice, provider_id, created_at, updated_at)
       VALUES ($1, $2, 'reply', 'sms', $14, $3, $4, $5, $6, $6, $15, $7, $8, $9, $10, $11, $12, $13, $6, $6)`,
      [
        ctx.clinicId,
        id,
        patientId,
        appointmentId,
        startsAt,
        now(ctx),
        this.composer.numberHash(line.number),
        await this.seal(ctx, id, line),
        version,
        reply,
        asks,
        choice,
        answers,
        ...(late ? ['queued', null] : ['sent', now(ctx)]),
      ],
    );
    await this.audit.add(ctx, { what: 'message', action: 'send', patientId, entityId: id });
    if (appointmentId && version !== null) await this.noteTold(ctx, id, reply, { appointmentId, version });
  }

  /**
   * An answer says how an appointment is, and the provider reports of none whether it arrived; but whoever is thanked for their yes knew what
   * they said it to.
   */
  private async noteTold(ctx: TxCtx, id: string, reply: Answer, appointment: AppointmentTold): Promise<void> {
    await (reply === 'confirmed' ? this.news.toldBy(ctx, id, appointment) : this.news.perhapsToldBy(ctx, id, appointment));
  }

  /** Null where nothing is sealed for this patient any more: a stop holds all the same, whoever else has this phone. */
  private async seal(ctx: Ctx, id: string, { number, text, patientId }: Line): Promise<Buffer | null> {
    const content = { to: number, subject: null, text, html: null };
    try {
      return await this.crypto.seal(ctx, contentOf({ id, patientId }), JSON.stringify(content));
    } catch (error) {
      if (isUnopenable(error)) return null;
      throw error;
    }
  }
}
