import { EXPECTED_STATUSES } from '@keel/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PlaceDependents } from '../../identity/index.js';
import { now, prepared, sent, type TxCtx } from '../../platform/index.js';
import { Appointment } from './appointment.entity.js';
import { AppointmentEvents, moveOf } from './appointment-events.js';
import { AppointmentRecords } from './appointment-records.js';
import { UntoldKeeper } from './untold-keeper.js';

/** Which of these appointments somebody was written to about. */
export type ToldReader = (ctx: TxCtx, ids: readonly string[]) => Promise<string[]>;

/**
 * A place that is elsewhere than was said moves the appointments that are to come there, as another place would: whoever was written to about
 * one is to be told, and a yes to the old address is none to the new. Of an appointment that nobody wrote about yet, what is written will
 * name the new address.
 */
@Injectable()
export class AddressNews implements OnModuleInit {
  private readonly readers: ToldReader[] = [];

  constructor(
    private readonly dependents: PlaceDependents,
    private readonly records: AppointmentRecords,
    private readonly untold: UntoldKeeper,
    private readonly log: AppointmentEvents,
  ) {}

  onModuleInit(): void {
    this.dependents.onAddress({
      hold: (ctx, locationId) => this.hold(ctx, locationId),
      follow: (ctx, locationId, from, to) => this.follow(ctx, locationId, [from, to]),
    });
  }

  /** The floors above say what they wrote. */
  ask(reader: ToldReader): void {
    this.readers.push(reader);
  }

  /** What is about to leave keeps its appointment, and is waited for. */
  private async hold(ctx: TxCtx, locationId: string): Promise<void> {
    for (const id of await this.told(ctx, locationId)) this.records.takeTurn(ctx, id);
    sent(ctx, `${THERE} FOR NO KEY UPDATE`, [locationId, now(ctx), EXPECTED_STATUSES]);
  }

  private async follow(ctx: TxCtx, locationId: string, addresses: readonly [string, string]): Promise<void> {
    for (const id of await this.told(ctx, locationId)) {
      const before = await this.records.hold(ctx, id);
      const version = before.version + 1;
      const status = before.status === 'confirmed' ? 'booked' : before.status;
      const columns = { version, shownVersion: version, timeVersion: before.timeVersion + 1, status };
      await ctx.tx.getRepository(Appointment).update({ clinicId: ctx.clinicId, id }, columns);
      await this.untold.readdress(ctx, before, version, addresses);
      const after = await this.records.reread(ctx, id);
      const told = { ...moveOf(before, after), newAddress: true };
      await this.log.changed(ctx, after, 'appointment.moved', told, { before, reason: 'address changed' });
    }
  }

  private async told(ctx: TxCtx, locationId: string): Promise<string[]> {
    const rows = await prepared<{ id: string }>(ctx, THERE, [locationId, now(ctx), EXPECTED_STATUSES]);
    const ids = rows.map(({ id }) => id);
    const told = new Set<string>();
    for (const read of this.readers) for (const id of await read(ctx, ids)) told.add(id);
    return ids.filter((id) => told.has(id));
  }
}

const THERE = 'SELECT id FROM appointment WHERE location_id = $1 AND start_at > $2 AND status = ANY ($3) ORDER BY id';
