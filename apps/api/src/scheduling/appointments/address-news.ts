import { CALLED_OFF_STATUSES, type DomainEvent, EXPECTED_STATUSES } from '@keel/contracts';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { isOtherDoor, PlaceDependents } from '../../identity/index.js';
import { type Ctx, Db, newId, now, On, Outbox, prepared, sent, systemCtx, type TxCtx } from '../../platform/index.js';
import { Appointment } from './appointment.entity.js';
import { AppointmentEvents, moveOf } from './appointment-events.js';
import { AppointmentRecords, NEWS_OF_ADDRESSES } from './appointment-records.js';
import { UntoldKeeper } from './untold-keeper.js';

/** Which of these appointments somebody was written to about. */
export type ToldReader = (ctx: TxCtx, ids: readonly string[]) => Promise<string[]>;

/** One transaction holds no more appointments than this: whoever books, moves or cancels one of them waits for no more than these. */
const PORTION = 10;
/** How long whoever changed an address waits for an appointment that somebody else is at; the workers wait longer. */
const PATIENCE = '1s';

/** Another address of a place, of which the news of one appointment is still to be written. */
interface Owed {
  number: string;
  locationId: string;
  from: string;
  to: string;
}

/**
 * A place that is elsewhere than was said moves the appointments that are to come there, as another place would: whoever was written to about
 * one is to be told, and a confirmation of the old address does not hold for the new. Where nobody has written about an appointment yet,
 * what is written will name the new address. One that was called off there, or is elsewhere by now, may come back, and is known there at
 * the old address.
 *
 * Hundreds may be told of one address. The change of it only notes of which that is owed, and holds none of them. It is written beside each
 * in portions, by listeners; and before that by whoever is quicker to change an appointment or to write to its patient, so that nobody goes
 * on from what was true at the old address.
 */
@Injectable()
export class AddressNews implements OnModuleInit {
  private readonly logger = new Logger(AddressNews.name);
  private readonly readers: ToldReader[] = [];

  constructor(
    private readonly db: Db,
    private readonly dependents: PlaceDependents,
    private readonly records: AppointmentRecords,
    private readonly untold: UntoldKeeper,
    private readonly log: AppointmentEvents,
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.records.catchUpBy((ctx, id) => this.catchUp(ctx, id));
    this.dependents.onAddress({
      note: (ctx, locationId, from, to) => this.note(ctx, locationId, from, to),
      goOn: (ctx, locationId) => this.goOn(ctx, locationId),
    });
  }

  /** The floors above say what they wrote. */
  ask(reader: ToldReader): void {
    this.readers.push(reader);
  }

  /** The place is held: what names its old address is written by now, or will name the new one. */
  private async note(ctx: TxCtx, locationId: string, from: string, to: string): Promise<void> {
    const ids = await this.told(ctx, locationId);
    const portions = Array.from({ length: Math.ceil(ids.length / PORTION) }, newId);
    const portionOf = ids.map((_, index) => portions[Math.floor(index / PORTION)]);
    sent(ctx, OWE, [ctx.clinicId, locationId, from, to, ids, portionOf]);
    await this.outbox.addAll(
      ctx,
      'address_news.due',
      portions.map((portion) => ({ locationId, portion })),
    );
  }

  /** All turns first, since of each more is locked behind its turn. What was done already is owed no more. */
  @On('address_news.due')
  async tellAnewWhenPlaceIsElsewhere(ctx: TxCtx, { payload }: DomainEvent<'address_news.due'>): Promise<void> {
    const rows = await prepared<{ id: string }>(ctx, IN_PORTION, [payload.portion]);
    for (const { id } of rows) this.records.takeTurn(ctx, id);
    for (const { id } of rows) await this.records.hold(ctx, id);
  }

  /** Of a few at once, each by itself, so that whoever changed the address of a small clinic finds there at once whom to call. */
  private async goOn({ clinicId }: Ctx, locationId: string): Promise<void> {
    const ctx = systemCtx(clinicId, NEWS_OF_ADDRESSES);
    try {
      const rows = await this.db.tx(ctx, (ctx) => prepared<{ id: string }>(ctx, FIRST, [locationId, PORTION]));
      for (const { id } of rows)
        await this.db.tx(ctx, async (ctx) => {
          sent(ctx, "SELECT set_config('lock_timeout', $1, true)", [PATIENCE]);
          await this.records.hold(ctx, id);
        });
    } catch (error) {
      this.logger.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'News of an address is left to the workers');
    }
  }

  /** The appointment is held. Of an address that changed again meanwhile only the last is told, and nothing where it is the first again. */
  private async catchUp(ctx: TxCtx, id: string): Promise<void> {
    const rows = (await prepared<Owed>(ctx, TAKE, [id])).toSorted((a, b) => Number(a.number) - Number(b.number));
    // It is not done by whoever happened to be next at the appointment, and whatever they may see is no matter here.
    const { actor, permissions } = systemCtx(ctx.clinicId, NEWS_OF_ADDRESSES);
    for (const [locationId, all] of Map.groupBy(rows, (row) => row.locationId)) {
      const [from, to] = [all[0]?.from ?? '', all.at(-1)?.to ?? ''];
      if (isOtherDoor(from, to)) await this.tell({ ...ctx, actor, permissions }, id, locationId, [from, to]);
    }
  }

  private async tell(ctx: TxCtx, id: string, locationId: string, addresses: readonly [string, string]): Promise<void> {
    const before = await this.records.reread(ctx, id);
    if (Date.parse(before.start) <= now(ctx).getTime()) return;
    // It is elsewhere, or called off: there is nothing to tell, unless it comes back.
    if (before.locationId !== locationId || !EXPECTED_STATUSES.includes(before.status))
      return this.untold.readdressFormer(ctx, before, locationId, addresses);
    const version = before.version + 1;
    const status = before.status === 'confirmed' ? 'booked' : before.status;
    const readdressedFrom = () => 'coalesce(readdressed_from, time_version)';
    const columns = { version, shownVersion: version, timeVersion: before.timeVersion + 1, readdressedFrom, status };
    await ctx.tx.getRepository(Appointment).update({ clinicId: ctx.clinicId, id }, columns);
    await this.untold.readdress(ctx, before, version, addresses);
    const after = await this.records.reread(ctx, id);
    const told = { ...moveOf(before, after), newAddress: true };
    await this.log.changed(ctx, after, 'appointment.moved', told, { before, reason: 'address changed' });
  }

  private async told(ctx: TxCtx, locationId: string): Promise<string[]> {
    const rows = await prepared<{ id: string }>(ctx, THERE, [locationId, now(ctx), MAY_BE_THERE]);
    const ids = rows.map(({ id }) => id);
    const told = new Set<string>();
    for (const read of this.readers) for (const id of await read(ctx, ids)) told.add(id);
    return ids.filter((id) => told.has(id));
  }
}

/** Called off is what may be restored too. */
const MAY_BE_THERE = [...EXPECTED_STATUSES, ...CALLED_OFF_STATUSES];
/** At the place, or once there, as far as their patients know. */
const THERE = `SELECT id FROM appointment WHERE location_id = $1::uuid AND start_at > $2 AND status = ANY ($3)
  UNION SELECT id FROM appointment WHERE tellings @> jsonb_build_array(jsonb_build_object('locationId', $1::uuid::text))
    AND start_at > $2 AND status = ANY ($3)
  ORDER BY id`;
const OWE = `INSERT INTO address_news (clinic_id, location_id, from_address, to_address, appointment_id, portion)
  SELECT $1, $2, $3, $4, owed.id, owed.portion FROM unnest($5::uuid[], $6::uuid[]) AS owed (id, portion)`;
const IN_PORTION = 'SELECT DISTINCT appointment_id AS id FROM address_news WHERE portion = $1 ORDER BY appointment_id';
const FIRST = 'SELECT DISTINCT appointment_id AS id FROM address_news WHERE location_id = $1 ORDER BY appointment_id LIMIT $2';
const TAKE = `DELETE FROM address_news WHERE appointment_id = $1
  RETURNING number, location_id AS "locationId", from_address AS "from", to_address AS "to"`;
