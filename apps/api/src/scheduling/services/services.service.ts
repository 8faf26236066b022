import { keptNames, type LocalText, type Named, type Page } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { ClinicsService } from '../../identity/index.js';
import {
  assertVersion,
  Audit,
  type Ctx,
  Db,
  decodeCursor,
  type IfMatchValue,
  InvalidProblem,
  type MoneyDto,
  newId,
  NOT_PERSONAL,
  NotFoundProblem,
  now,
  Outbox,
  toPage,
  type TxCtx,
} from '../../platform/index.js';
import { Service } from './service.entity.js';
import type { CreateServiceDto, ServiceDto, ServicesQuery, UpdateServiceDto } from './services.dto.js';

const COLUMNS = `id, name, name_in AS "nameIn", description, duration_minutes AS "durationMinutes", buffer_before_minutes AS "bufferBeforeMinutes",
  buffer_after_minutes AS "bufferAfterMinutes", json_build_object('amount', price_amount, 'currency', price_currency) AS price,
  tax_code AS "taxCode", profession, online_bookable AS "onlineBookable", colour, archived_at IS NOT NULL AS archived, version`;

/** What a clinic offers: how long it takes, what it costs, and practitioners of which profession give it. */
@Injectable()
export class ServicesService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clinics: ClinicsService,
  ) {}

  async create(ctx: Ctx, dto: CreateServiceDto): Promise<ServiceDto> {
    const id = newId();
    return this.db.tx(ctx, async (ctx) => {
      const { price, nameIn, ...fields } = dto;
      this.clinics.hold(ctx);
      await ctx.tx.getRepository(Service).insert({
        bufferBeforeMinutes: 0,
        bufferAfterMinutes: 0,
        onlineBookable: false,
        ...fields,
        nameIn: otherNames({ name: fields.name, nameIn }),
        ...(await this.priceColumns(ctx, price)),
        clinicId: ctx.clinicId,
        id,
      });
      await this.audit.add(ctx, { what: 'service', action: 'create', entityId: id });
      await this.outbox.add(ctx, 'service.changed', { serviceId: id });
      return this.get(ctx, id);
    });
  }

  async list(ctx: Ctx, query: ServicesQuery): Promise<Page<ServiceDto>> {
    const [name, id] = decodeCursor(query.cursor, 'text', 'uuid') ?? ['', '00000000-0000-0000-0000-000000000000'];
    const sql = `SELECT ${COLUMNS} FROM service
      WHERE (name, id) > ($1, $2::uuid) AND ($3::text IS NULL OR profession = $3) AND ($4 OR archived_at IS NULL)
      ORDER BY name, id LIMIT $5`;
    const params = [name, id, query.profession ?? null, query.archived === 'true', query.limit + 1];
    const rows = await this.db.read<ServiceDto>(ctx, NOT_PERSONAL, sql, params);
    return toPage(rows, query, (row) => [row.name, row.id]);
  }

  async get(ctx: Ctx, id: string): Promise<ServiceDto> {
    const [row] = await this.db.read<ServiceDto>(ctx, NOT_PERSONAL, `SELECT ${COLUMNS} FROM service WHERE id = $1`, [id]);
    if (!row) throw new NotFoundProblem('service');
    return row;
  }

  /** Appointments already booked keep their length; a new price is that of every invoice still to be made. */
  async update(ctx: Ctx, id: string, dto: UpdateServiceDto, ifMatch: IfMatchValue): Promise<ServiceDto> {
    const { price, ...fields } = dto;
    return this.change(ctx, id, ifMatch, async (ctx, current) => ({
      ...fields,
      nameIn: otherNames({ ...current, ...fields }),
      ...(price ? await this.priceColumns(ctx, price) : {}),
    }));
  }

  /** An archived service stays on its appointments and is offered no more. */
  async archive(ctx: Ctx, id: string, archived: boolean, ifMatch: IfMatchValue): Promise<ServiceDto> {
    return this.change(ctx, id, ifMatch, async (ctx) => ({ archivedAt: archived ? now(ctx) : null }));
  }

  private async change(
    ctx: Ctx,
    id: string,
    ifMatch: IfMatchValue,
    columns: (ctx: TxCtx, current: ServiceDto) => Promise<Partial<Service>>,
  ): Promise<ServiceDto> {
    return this.db.tx(ctx, async (ctx) => {
      this.clinics.hold(ctx);
      await ctx.tx.query('SELECT 1 FROM service WHERE id = $1 FOR UPDATE', [id]);
      const current = await this.get(ctx, id);
      assertVersion(ctx, ifMatch, { current, readBy: 'clinic:read', shows: NOT_PERSONAL });
      const changes = await columns(ctx, current);
      await ctx.tx.getRepository(Service).update({ clinicId: ctx.clinicId, id }, { ...changes, version: current.version + 1 });
      await this.audit.add(ctx, { what: 'service', action: 'update', entityId: id });
      await this.outbox.add(ctx, 'service.changed', { serviceId: id });
      return this.get(ctx, id);
    });
  }

  /** In the clinic's money, while the clinic is held: whoever corrects the currency counts the services first. */
  private async priceColumns(ctx: TxCtx, price: MoneyDto): Promise<Pick<Service, 'priceAmount' | 'priceCurrency'>> {
    const { currency } = await this.clinics.get(ctx);
    if (price.currency === currency) return { priceAmount: price.amount, priceCurrency: price.currency };
    throw new InvalidProblem([{ pointer: '/price/currency', detail: `is the clinic's currency, ${currency}` }]);
  }
}

const otherNames = ({ name, nameIn }: Named): LocalText | null => keptNames(nameIn, () => name);
