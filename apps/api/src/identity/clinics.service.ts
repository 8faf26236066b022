import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  Audit,
  type Ctx,
  Db,
  newId,
  NotFoundProblem,
  NOT_PERSONAL,
  now,
  Outbox,
  type Requester,
  type TxCtx,
  violatedConstraint,
} from '../platform/index.js';
import { Accounts, type ClaimedAccount } from './accounts.js';
import { Clinic } from './clinic.entity.js';
import { Entrance } from './entrance.js';
import type { ClinicDto, SignUpDto } from './clinics.dto.js';
import { ClinicsADayError, SignInRefusedError, SlugTakenError } from './identity.errors.js';
import { Location } from './location.entity.js';
import { Membership } from './membership.entity.js';
import { holdClinic } from './place-locks.js';
import { ProveFirstError } from './proof/address-proofs.errors.js';
import { AddressProofsService } from './proof/address-proofs.service.js';

const COLUMNS = `id, name, slug, time_zone AS "timeZone", country, region, currency, locale, phone,
  phone_extension AS "phoneExtension", phone_remark AS "phoneRemark", email,
  tax_numbers AS "taxNumbers", cancellation_notice_hours AS "cancellationNoticeHours",
  second_factor_roles AS "secondFactorRoles", version`;

/** What one address may start before it is proved. */
const UNPROVED_CLINICS = 3;
/** What one account may start within 24 hours: each clinic may send mails and texts. */
const CLINICS_A_DAY = 20;

interface Founded {
  unproved: number;
  lately: number;
  secondsUntilFewer: number;
}

@Injectable()
export class ClinicsService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly accounts: Accounts,
    private readonly entrance: Entrance,
    private readonly proofs: AddressProofsService,
  ) {}

  /**
   * A new clinic with its owner and one location, and the owner signed in, as far as a password lets them. It works at once, but nothing leaves it until the
   * owner's address is proved. The clinic's id is minted first, so that the rest is an ordinary transaction of that clinic.
   */
  async signUp(dto: SignUpDto, requester: Requester, reply: FastifyReply): Promise<ClinicDto> {
    const about = [dto.owner.firstName, dto.owner.lastName, dto.name, dto.slug];
    const account = await this.accounts.claim(dto.owner.email, dto.owner.password, requester, { pointer: '/owner/password', about });
    const { userId } = account;
    const clinicId = newId();
    const ctx: Ctx = {
      clinicId,
      actor: { type: 'user', id: userId },
      permissions: new Set(),
      requestId: requester.requestId,
      ip: requester.ip,
    };
    const clinic = await this.db
      .tx(ctx, (ctx) => this.found(ctx, dto, account))
      .catch((error: unknown) => {
        if (violatedConstraint(error) === 'clinic_slug_key') throw new SlugTakenError();
        throw error;
      });
    await this.entrance.byPassword(account, clinicId, requester, reply);
    return clinic;
  }

  /** Takes the founder's address for proved without a mail: for an example that nobody reads the mailbox of. */
  async vouchFor(founderId: string): Promise<void> {
    await this.proofs.proved(founderId, await this.proofs.emailOf(founderId));
  }

  async get(ctx: Ctx, id: string = ctx.clinicId): Promise<ClinicDto> {
    const [clinic] = await this.db.read<ClinicDto>(ctx, NOT_PERSONAL, `SELECT ${COLUMNS} FROM clinic WHERE id = $1`, [id]);
    if (!clinic) throw new NotFoundProblem('clinic');
    return clinic;
  }

  /** Keeps what the clinic says of itself as it is until the transaction ends; taken before rows that depend on it. */
  hold(ctx: TxCtx): void {
    holdClinic(ctx);
  }

  /** Inside the transaction that founds: sign-ups at once by one account count one after the other. */
  private async assertMayStart(ctx: TxCtx, { userId, proved, newPasswordHash }: ClaimedAccount): Promise<void> {
    if (newPasswordHash !== undefined) return;
    const [founded] = await ctx.tx.query<Founded[]>('SELECT * FROM clinics_founded_by($1)', [userId]);
    if (!proved && (founded?.unproved ?? 0) >= UNPROVED_CLINICS) throw new ProveFirstError();
    if (founded && founded.lately >= CLINICS_A_DAY) throw new ClinicsADayError(founded.secondsUntilFewer);
  }

  private async found(ctx: TxCtx, dto: SignUpDto, account: ClaimedAccount): Promise<ClinicDto> {
    const { name, slug, timeZone, country, region, currency, locale, owner } = dto;
    const ids = { clinicId: ctx.clinicId };
    await this.assertMayStart(ctx, account);
    await this.accounts.register(ctx, account, () => new SignInRefusedError());
    const standing = { founderId: account.userId, provedAt: account.proved ? now(ctx) : null };
    const clinic = { name, slug, timeZone, country, region, currency, locale, ...standing };
    await ctx.tx.getRepository(Clinic).insert({ ...ids, id: ctx.clinicId, ...clinic });
    await ctx.tx.getRepository(Location).insert({ ...ids, id: newId(), name, timeZone, region, country });
    await ctx.tx.getRepository(Membership).insert({
      ...ids,
      id: newId(),
      userId: account.userId,
      firstName: owner.firstName,
      lastName: owner.lastName,
      roles: ['owner'],
      chartRight: true,
    });
    await this.outbox.add(ctx, 'clinic.created', { clinicId: ctx.clinicId });
    if (!account.proved) await this.proofs.ask(ctx, account.userId);
    await this.audit.add(ctx, { what: 'clinic', action: 'create', entityId: ctx.clinicId });
    return this.get(ctx);
  }
}
