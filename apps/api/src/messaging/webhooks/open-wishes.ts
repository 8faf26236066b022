import { Injectable } from '@nestjs/common';
import { Crypto, type Ctx, Db, isUnopenable, NOT_PERSONAL, now } from '../../platform/index.js';
import { contentOf } from '../messages/content-of.js';
import { Composer } from '../sending/composer.js';
import type { Content } from '../templates/render.js';
import { PICTURE_CAME } from './answer-texts.js';
import { daysNamed, isNamed } from './days-named.js';
import { type LiveAppointment, replyCtx } from './live-appointments.js';
import { understandReply } from './understand-reply.js';

/** What nobody dealt with for so long is of an appointment that is over. */
const OPEN_FOR_MS = 30 * 24 * 3_600_000;
const MOST_READ = 20;

interface Wish {
  id: string;
  patientId: string | null;
  content: Buffer;
}

/** What a phone wished or asked, in its own words, that nobody at the clinic has dealt with: a bare "ok" may be to what it hopes for. */
@Injectable()
export class OpenWishes {
  constructor(
    private readonly db: Db,
    private readonly crypto: Crypto,
    private readonly composer: Composer,
  ) {}

  /** Of the clinic where the appointment is: what may be meant for it, or for another, stands there in either case. */
  async areThere(appointment: LiveAppointment, number: string): Promise<boolean> {
    const ctx = replyCtx(appointment.clinicId);
    const since = new Date(+now(ctx) - OPEN_FOR_MS);
    // The days that it names are those of when it was written, though it may have come later. Shown to nobody: what it wishes decides, and no more.
    const waiting = await this.db.read<Wish & { at: Date }>(
      ctx,
      NOT_PERSONAL,
      `SELECT id, patient_id AS "patientId", content, coalesce(sent_at, created_at) AS at FROM message
       WHERE recipient_hash = $1 AND kind = 'received' AND handled_at IS NULL AND content IS NOT NULL AND created_at > $2
       ORDER BY id DESC LIMIT ${MOST_READ}`,
      [this.composer.numberHash(number), since],
    );
    for (const { at, ...wish } of waiting) {
      const text = await this.text(ctx, wish);
      if (text === undefined || leavesOpen(text.replace(PICTURE_CAME, ''), appointment, at)) return true;
    }
    return false;
  }

  /** Undefined of a damaged or destroyed one: nobody knows what it wishes. */
  private async text(ctx: Ctx, wish: Wish): Promise<string | undefined> {
    const opened = await this.crypto.open(ctx, contentOf(wish), wish.content).catch((error: unknown) => {
      if (isUnopenable(error)) return undefined;
      throw error;
    });
    return opened === undefined ? undefined : (JSON.parse(opened) as Content).text;
  }
}

/** Whether it waits for an answer: no yes or courtesy that fits the appointment, and no wish about texts. */
function leavesOpen(text: string, appointment: LiveAppointment, at: Date): boolean {
  const { wish, courtesy } = understandReply(text);
  if (courtesy || wish === 'yes') return !isNamed(daysNamed(text), appointment, at);
  return ['no', 'reschedule', 'help', 'other'].includes(wish);
}
