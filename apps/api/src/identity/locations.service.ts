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
  toPage,
} from '../platform/index.js';
import { Location } from './location.entity.js';
import type { CreateLocationDto, LocationDto, UpdateLocationDto } from './locations.dto.js';

const COLUMNS = `id, name, time_zone AS "timeZone", address_line1 AS "addressLine1", address_line2 AS "addressLine2", city, region,
  postal_code AS "postalCode", country, phone, active, version`;

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
  ) {}

  async create(ctx: Ctx, dto: CreateLocationDto): Promise<LocationDto> {
    const id = newId();
    return this.db.tx(ctx, async (ctx) => {
      await ctx.tx.getRepository(Location).insert({ ...dto, clinicId: ctx.clinicId, id });
      await this.audit.add(ctx, { what: 'location', action: 'create', entityId: id });
      return this.get(ctx, id);
    });
  }

  async list(ctx: Ctx, query: PageQuery): Promise<Page<LocationDto>> {
    const [after] = decodeCursor(query.cursor, 'uuid') ?? ['00000000-0000-0000-0000-000000000000'];
    const sql = `SELECT ${COLUMNS} FROM location WHERE id > $1::uuid ORDER BY id LIMIT $2`;
    const rows = await this.db.read<LocationDto>(ctx, NOT_PERSONAL, sql, [after, query.limit + 1]);
    return toPage(rows, query.limit, (row) => [row.id]);
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

  /** The clinic's first active location: what a booking means that names none. */
  async default(ctx: Ctx): Promise<LocationDto> {
    const [row] = await this.db.read<LocationDto>(ctx, NOT_PERSONAL, `SELECT ${COLUMNS} FROM location WHERE active ORDER BY id LIMIT 1`);
    if (!row) throw new NotFoundProblem('active location');
    return row;
  }

  async update(ctx: Ctx, id: string, dto: UpdateLocationDto, ifMatch: IfMatchValue): Promise<LocationDto> {
    return this.db.tx(ctx, async (ctx) => {
      await ctx.tx.query('SELECT 1 FROM location WHERE id = $1 FOR UPDATE', [id]);
      const current = await this.get(ctx, id);
      assertVersion(ifMatch, current.version, current, NOT_PERSONAL);
      await ctx.tx.getRepository(Location).update({ clinicId: ctx.clinicId, id }, { ...dto, version: current.version + 1 });
      await this.audit.add(ctx, { what: 'location', action: 'update', entityId: id });
      return this.get(ctx, id);
    });
  }
}
