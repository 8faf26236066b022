import type { Country, Page } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import {
  assertVersion,
  Audit,
  type Ctx,
  Db,
  decodeCursor,
  type IfMatchValue,
  newId,
  NOT_PERSONAL,
  NotFoundProblem,
  type PageQuery,
  phoneColumns,
  toPage,
  type TxCtx,
} from '../platform/index.js';
import { LastLocationError } from './identity.errors.js';
import { Location } from './location.entity.js';
import { keepMembersAs } from './member-followers.js';
import { assertRegion, changedFacts, PlaceChanges } from './place-changes.js';
import { holdClinic, holdPlace, takePlaces } from './place-locks.js';
import type { CreateLocationDto, LocationDto, UpdateLocationDto } from './locations.dto.js';

const COLUMNS = `id, name, time_zone AS "timeZone", address_line1 AS "addressLine1", address_line2 AS "addressLine2", city, region,
  postal_code AS "postalCode", country, phone,
  phone_extension AS "phoneExtension", phone_remark AS "phoneRemark", active, version`;

/** Whose clock and whose taxes hold at a location. */
export type Place = Pick<LocationDto, 'timeZone'> & { country: Country; region: string };

// What a location does not say of itself is the clinic's.
const PLACE = `SELECT l.time_zone AS "timeZone", coalesce(l.country, c.country) AS country, coalesce(l.region, c.region) AS region
  FROM location l JOIN clinic c ON c.clinic_id = l.clinic_id WHERE l.id = $1`;

@Injectable()
export class LocationsService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly places: PlaceChanges,
  ) {}

  async create(ctx: Ctx, dto: CreateLocationDto): Promise<LocationDto> {
    const id = newId();
    return this.db.tx(ctx, async (ctx) => {
      await keepMembersAs(ctx, 'clinic:manage');
      holdClinic(ctx);
      const place = await this.region(ctx, dto);
      await ctx.tx.getRepository(Location).insert({ ...dto, ...phoneColumns(dto), ...place, clinicId: ctx.clinicId, id });
      await this.audit.add(ctx, { what: 'location', action: 'create', entityId: id });
      return this.get(ctx, id);
    });
  }

  /** Name and zone of each location, by its id. */
  async named(ctx: Ctx): Promise<ReadonlyMap<string, Pick<LocationDto, 'name' | 'timeZone'>>> {
    const sql = 'SELECT id, name, time_zone AS "timeZone" FROM location';
    const rows = await this.db.read<Pick<LocationDto, 'id' | 'name' | 'timeZone'>>(ctx, NOT_PERSONAL, sql);
    return new Map(rows.map(({ id, ...named }) => [id, named]));
  }

  async list(ctx: Ctx, query: PageQuery): Promise<Page<LocationDto>> {
    const [after] = decodeCursor(query.cursor, 'uuid') ?? ['00000000-0000-0000-0000-000000000000'];
    const sql = `SELECT ${COLUMNS} FROM location WHERE id > $1::uuid ORDER BY id LIMIT $2`;
    const rows = await this.db.read<LocationDto>(ctx, NOT_PERSONAL, sql, [after, query.limit + 1]);
    return toPage(rows, query, (row) => [row.id]);
  }

  async get(ctx: Ctx, id: string): Promise<LocationDto> {
    const [row] = await this.db.read<LocationDto>(ctx, NOT_PERSONAL, `SELECT ${COLUMNS} FROM location WHERE id = $1`, [id]);
    if (!row) throw new NotFoundProblem('location');
    return row;
  }

  /** Where it is, for clocks and taxes. @throws NotFoundProblem */
  async place(ctx: Ctx, id: string): Promise<Place> {
    const [row] = await this.db.read<Place>(ctx, NOT_PERSONAL, PLACE, [id]);
    if (!row) throw new NotFoundProblem('location');
    return row;
  }

  /** Keeps what the location and its clinic say as they are until the transaction ends; whoever corrects them is waited for. */
  hold(ctx: TxCtx, id: string): void {
    holdPlace(ctx, id);
  }

  /** The place for a transaction that writes down what follows from it: held. @throws NotFoundProblem */
  async heldPlace(ctx: TxCtx, id: string): Promise<Place> {
    this.hold(ctx, id);
    return this.place(ctx, id);
  }

  /** The clinic's first active location: what a booking means that names none. */
  async default(ctx: Ctx): Promise<LocationDto> {
    const [row] = await this.db.read<LocationDto>(ctx, NOT_PERSONAL, `SELECT ${COLUMNS} FROM location WHERE active ORDER BY id LIMIT 1`);
    if (!row) throw new NotFoundProblem('active location');
    return row;
  }

  async update(ctx: Ctx, id: string, dto: UpdateLocationDto, ifMatch: IfMatchValue): Promise<LocationDto> {
    let isElsewhere = false;
    const location = await this.db.tx(ctx, async (ctx) => {
      await keepMembersAs(ctx, 'clinic:manage');
      takePlaces(ctx, id);
      const current = await this.get(ctx, id);
      assertVersion(ctx, ifMatch, { current, readBy: 'clinic:read', shows: NOT_PERSONAL });
      if (dto.active === false && current.active) await this.assertAnother(ctx, id);
      // An address of before the list of provinces is left alone until somebody writes it.
      const place = dto.country === undefined && dto.region === undefined ? {} : await this.region(ctx, { ...current, ...dto });
      const facts = changedFacts(await this.place(ctx, id), { ...place, timeZone: dto.timeZone });
      await this.places.assertFree(ctx, facts, id);
      const change = { ...dto, ...phoneColumns(dto), ...place, version: current.version + 1 };
      await ctx.tx.getRepository(Location).update({ clinicId: ctx.clinicId, id }, change);
      await this.places.assertSound(ctx, facts, id);
      await this.audit.add(ctx, { what: 'location', action: 'update', entityId: id });
      const changed = await this.get(ctx, id);
      isElsewhere = await this.places.noteAddress(ctx, current, changed);
      return changed;
    });
    if (isElsewhere) await this.places.followAddress(ctx, id);
    return location;
  }

  /** Of two that are closed at once, one waits for the other at the clinic. @throws LastLocationError */
  private async assertAnother(ctx: TxCtx, id: string): Promise<void> {
    const others = await ctx.tx.query<unknown[]>('SELECT 1 FROM location WHERE active AND id <> $1 LIMIT 1', [id]);
    if (others.length === 0) throw new LastLocationError();
  }

  /** Country and province, which are the clinic's where a location names none. @throws InvalidProblem */
  private async region(ctx: TxCtx, named: { country?: string | null; region?: string | null }): Promise<Pick<Place, 'country' | 'region'>> {
    const [clinic] = await this.db.read<Pick<Place, 'country' | 'region'>>(ctx, NOT_PERSONAL, 'SELECT country, region FROM clinic');
    if (!clinic) throw new NotFoundProblem('clinic');
    const country = named.country ?? clinic.country;
    const region = named.region ?? (country === clinic.country ? clinic.region : '');
    assertRegion(country, region);
    return { country: country as Country, region };
  }
}
