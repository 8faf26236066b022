import { CHANNELS, type Channel, type ContactPurpose, type Country, type Page, type StatedLocale } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import {
  Audit,
  type Ctx,
  Db,
  decodeCursor,
  newId,
  NotFoundProblem,
  now,
  NOT_PERSONAL,
  Outbox,
  type PageQuery,
  prepared,
  sent,
  toPage,
  type TxCtx,
} from '../platform/index.js';
import { mailboxRefuses } from './mailboxes.js';
import type { Barred, ConsentDto, PatientContact, RecordConsentDto } from './patients.dto.js';

const COLUMNS = `id, purpose, channel, granted, source, wording, recorded_at AS "recordedAt", recorded_by AS "recordedBy"`;

interface Ways {
  email: string | null;
  phone: string | null;
  preferredChannel: Channel;
  barred: Barred | null;
  mailboxRefuses: boolean;
  consents: { channel: Channel; granted: boolean }[];
}

interface ContactRow extends Ways {
  firstName: string;
  locale: StatedLocale;
  country: Country;
}

/** Their address for each way of writing to them. */
export type Addresses = Record<Channel, string | null>;

/** A message that was written to an address of theirs. */
export interface Reached {
  patientId: string;
  purpose: ContactPurpose;
  channel: Channel;
  address: string;
}

/** What a person said about being written to: a history that is only added to; the latest word counts. */
@Injectable()
export class ConsentsService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
  ) {}

  async record(ctx: Ctx, patientId: string, dto: RecordConsentDto): Promise<ConsentDto> {
    const id = newId();
    return this.db.tx(ctx, async (ctx) => {
      // Takes turns with whoever keeps the patient's wishes as they are while a message leaves.
      const known = await ctx.tx.query<unknown[]>('SELECT 1 FROM patient WHERE id = $1 FOR NO KEY UPDATE', [patientId]);
      if (known.length === 0) throw new NotFoundProblem('patient');
      const { purpose, channel, granted, source, wording } = dto;
      const [row] = await ctx.tx.query<ConsentDto[]>(
        `INSERT INTO contact_consent (clinic_id, id, patient_id, purpose, channel, granted, source, wording, recorded_at, recorded_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING ${COLUMNS}`,
        [ctx.clinicId, id, patientId, purpose, channel, granted, source, wording, now(ctx), `${ctx.actor.type}:${ctx.actor.id}`],
      );
      await this.outbox.add(ctx, 'contact_consent.recorded', { patientId, purpose, channel, granted });
      await this.audit.add(ctx, { what: 'patient.consent', action: 'create', patientId, entityId: id });
      return row as ConsentDto;
    });
  }

  /** The latest first. */
  async history(ctx: Ctx, patientId: string, { limit, cursor }: PageQuery): Promise<Page<ConsentDto>> {
    const [at, id] = decodeCursor(cursor, 'instant', 'uuid') ?? [];
    const [known] = await this.db.read(ctx, { what: 'patient.consent', patient: patientId }, 'SELECT id FROM patient WHERE id = $1', [
      patientId,
    ]);
    if (!known) throw new NotFoundProblem('patient');
    const rows = await this.db.read<ConsentDto>(ctx, { what: 'patient.consent', patient: patientId }, HISTORY, [
      patientId,
      at ?? null,
      id ?? null,
      limit + 1,
    ]);
    return toPage(rows, { limit, ...(cursor && { cursor }) }, (row) => [new Date(row.recordedAt).toISOString(), row.id]);
  }

  /** How somebody may be reached for a purpose. Without a word from them, appointments and bills may be written about; marketing may not. */
  async contact(ctx: Ctx, patientId: string, purpose: ContactPurpose): Promise<PatientContact> {
    const [row] = await this.db.read<ContactRow>(ctx, { what: 'patient.contact', patient: patientId }, CONTACT, [patientId, purpose]);
    if (!row) throw new NotFoundProblem('patient');
    const { preferredChannel: _, consents: __, ...contact } = row;
    return { patientId, ...contact, channels: row.barred ? [] : allowedChannels(row, purpose) };
  }

  /**
   * Holds the record as it is until the transaction ends, and what was said of its mailbox: what is written to an address now
   * crosses neither a correction of it nor a refusal. Ask for the contact after this.
   */
  async hold(ctx: TxCtx, patientId: string): Promise<void> {
    const sql = 'SELECT lower(email::text) AS mailbox FROM patient WHERE id = $1 FOR SHARE';
    const [row] = await prepared<{ mailbox: string | null }>(ctx, sql, [patientId]);
    if (row?.mailbox) sent(ctx, 'SELECT lock_mailbox($1, true)', [row.mailbox]);
  }

  /**
   * Whether a message to them may still go to this very address, for a last look that tells nothing else of the record: it is
   * theirs, they live and are with the clinic, and neither they nor the mailbox refuse. One statement, so of one moment.
   */
  async stillTakes(ctx: Ctx, { patientId, purpose, channel, address }: Reached): Promise<boolean> {
    const [row] = await this.db.read<Ways>(ctx, NOT_PERSONAL, REACHED, [patientId, purpose]);
    if (!row || row.barred || !allowedChannels(row, purpose).includes(channel)) return false;
    return channel === 'email' ? row.email === address && !row.mailboxRefuses : row.phone === address;
  }

  /** Where they can be written to as things stand, for a decision that tells nothing else of the record. */
  async addresses(ctx: Ctx, patientId: string): Promise<Addresses> {
    const sql = 'SELECT email::text AS email, phone AS sms FROM patient WHERE id = $1';
    const [row] = await this.db.read<Addresses>(ctx, NOT_PERSONAL, sql, [patientId]);
    return row ?? { email: null, sms: null };
  }

  /** Why nobody is to write to them, for a decision that reads nothing else of the record. */
  async barred(ctx: Ctx, patientId: string): Promise<Barred | null> {
    const sql = `SELECT ${BARRED} AS barred FROM patient p WHERE p.id = $1`;
    const [row] = await this.db.read<{ barred: Barred | null }>(ctx, NOT_PERSONAL, sql, [patientId]);
    return row?.barred ?? null;
  }
}

/** What the patient said at the clinic, and what was said of the mailbox that they have now. */
const HISTORY = `
  WITH said AS (
    SELECT id, purpose, channel, granted, source, wording, recorded_at, recorded_by FROM contact_consent WHERE patient_id = $1
    UNION ALL
    SELECT m.id, NULL, 'email', m.granted, NULL, NULL, m.recorded_at, m.recorded_by
    FROM mailbox_consent m WHERE m.address = (SELECT lower(email::text) FROM patient WHERE id = $1))
  SELECT ${COLUMNS} FROM said
  WHERE $2::timestamptz IS NULL OR (recorded_at, id) < ($2, $3::uuid) ORDER BY recorded_at DESC, id DESC LIMIT $4`;

const BARRED = `CASE WHEN p.deceased_on IS NOT NULL THEN 'deceased' WHEN p.archived_at IS NOT NULL THEN 'archived' END`;

/** Of the patient `p`, for the purpose $2. */
const WAYS = `p.email::text AS email, p.phone, p.preferred_channel AS "preferredChannel", ${BARRED} AS barred,
    ${mailboxRefuses('$2')} AS "mailboxRefuses",
    coalesce((SELECT json_agg(json_build_object('channel', c.channel, 'granted', c.granted)) FROM (
      SELECT DISTINCT ON (channel) channel, granted FROM contact_consent
      WHERE patient_id = p.id AND purpose = $2 ORDER BY channel, recorded_at DESC, id DESC) AS c), '[]') AS consents`;

const REACHED = `SELECT ${WAYS} FROM patient p WHERE p.id = $1`;
const CONTACT = `SELECT coalesce(p.preferred_name, nullif(p.first_name, ''), p.last_name) AS "firstName", p.locale,
    (SELECT country FROM clinic_card) AS country, ${WAYS}
  FROM patient p WHERE p.id = $1`;

/** Channels that have an address and no refusal, the preferred one first. */
export function allowedChannels(row: Omit<Ways, 'barred' | 'mailboxRefuses'>, purpose: ContactPurpose): Channel[] {
  const said = new Map(row.consents.map(({ channel, granted }) => [channel, granted]));
  return CHANNELS.filter((channel) => (channel === 'email' ? row.email : row.phone))
    .filter((channel) => said.get(channel) ?? purpose !== 'marketing')
    .toSorted((a, b) => Number(b === row.preferredChannel) - Number(a === row.preferredChannel));
}
