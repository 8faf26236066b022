import { Injectable } from '@nestjs/common';
import {
  Audit,
  type Ctx,
  Db,
  InvalidProblem,
  newId,
  NotFoundProblem,
  Problem,
  type Requester,
  type TxCtx,
  violatedConstraint,
} from '../../platform/index.js';
import { AccountRecords } from '../account-records.js';
import { withoutRepeat } from '../own-account.service.js';
import { personOf } from '../person.js';
import { AddressProofsService } from '../proof/address-proofs.service.js';
import { holdSession, type RenewedToken, renewSession } from '../session-tokens.js';
import type { BegunFactorDto, ConfirmedFactorDto, ConfirmFactorDto, FactorsDto } from './factors.dto.js';
import { type KnownPasskey, Passkeys } from './passkeys.js';
import { hashRecoveryCode, newRecoveryCodes } from './recovery-codes.js';
import { assertOneOf, type Factor, SecondFactors, toPasskey } from './second-factors.js';
import { newTotpSecret, otpauthUri } from './totp.js';

/** More than anybody carries; each is tried at every sign-in. */
const MOST_FACTORS = 10;

export class FactorNotConfirmedError extends Problem {
  constructor() {
    super({
      status: 409,
      code: 'FACTOR_NOT_CONFIRMED',
      title: 'This does not come from what is being added',
      detail: 'Type the digits that the app shows now, or begin anew; check that the clock of the device is right.',
    });
  }
}

export class NoFactorError extends Problem {
  constructor() {
    super({
      status: 409,
      code: 'NO_FACTOR',
      title: 'There is nothing to recover yet',
      detail: 'Add an authenticator app or a passkey first; its recovery codes come with it.',
    });
  }
}

export class TooManyFactorsError extends Problem {
  constructor() {
    super({
      status: 409,
      code: 'TOO_MANY_FACTORS',
      title: `An account has at most ${MOST_FACTORS} factors`,
      detail: 'Remove one that is not used any more, then add the new one.',
    });
  }
}

/** A person's second factors: added in two steps, so that nobody is locked out by one that does not work. */
@Injectable()
export class FactorsService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly factors: SecondFactors,
    private readonly passkeys: Passkeys,
    private readonly proofs: AddressProofsService,
    private readonly records: AccountRecords,
  ) {}

  async list(ctx: Ctx): Promise<FactorsDto> {
    const person = personOf(ctx);
    const confirmed = await this.factors.confirmed(person);
    const [left] = await this.db.definerFunction<{ count: number }>('recovery_codes_left', [person]);
    return {
      data: confirmed.map(({ id, kind, name, createdAt, lastUsedAt }) => ({ id, kind, name, createdAt, lastUsedAt })),
      recoveryCodesLeft: left?.count ?? 0,
    };
  }

  async begin(ctx: Ctx, kind: 'totp' | 'passkey' | 'recovery', requester: Requester): Promise<BegunFactorDto> {
    const person = personOf(ctx);
    await this.proofs.assertProved(person);
    const confirmed = await this.factors.confirmed(person);
    if (kind === 'recovery') return this.renewCodes(ctx, person, confirmed, requester);
    if (confirmed.length >= MOST_FACTORS) throw new TooManyFactorsError();
    const [account] = await this.db.definerFunction<{ email: string }>('email_of_user', [ctx.clinicId, person]);
    if (!account) throw new NotFoundProblem('account');
    const id = newId();
    if (kind === 'totp') {
      const secret = newTotpSecret();
      await this.db.definerFunction('begin_factor', [id, person, kind, await this.factors.sealSecret(id, secret), null]);
      return { id, secret, otpauthUri: otpauthUri(secret, account.email) };
    }
    const known = confirmed.flatMap((factor) => toPasskey(factor) ?? []);
    const options = await this.passkeys.toMake({ id: person, email: account.email, name: account.email }, known);
    await this.db.definerFunction('begin_factor', [id, person, kind, null, options.challenge]);
    return { id, options };
  }

  /** The first one renews the session's token. @throws FactorNotConfirmedError where the code or passkey is not of what was begun. */
  async confirm(
    ctx: Ctx,
    id: string,
    dto: ConfirmFactorDto,
    requester: Requester,
  ): Promise<ConfirmedFactorDto & { renewed?: RenewedToken }> {
    const person = personOf(ctx);
    assertOneOf(dto, ['code', 'passkey']);
    const all = await this.factors.all(person);
    const begun = all.find((factor) => factor.id === id && factor.confirmedAt === null);
    if (!begun) throw new NotFoundProblem('factor to confirm');
    const made = await this.made(begun, dto);
    return this.db.tx(withoutRepeat(ctx), async (ctx) => {
      await holdSession(ctx);
      const { credentialId, publicKey, signCount, transports } = made.passkey ?? {};
      const [confirmed] = await ctx.tx
        .query<{ confirmed: number }[]>('SELECT * FROM confirm_factor($1, $2, $3, $4, $5, $6, $7, $8)', [
          ...[id, person, dto.name ?? begun.kind, made.step ?? 0],
          ...[credentialId ?? null, publicKey ?? null, signCount ?? 0, transports ?? []],
        ])
        .catch((error: unknown) => {
          // The same passkey under another account, or confirmed by another window a moment ago.
          if (violatedConstraint(error) === 'factor_credential_id_key') throw new FactorNotConfirmedError();
          throw error;
        });
      if (!confirmed) throw new NotFoundProblem('factor to confirm');
      await this.audit.add(ctx, { what: `factor.${begun.kind}`, action: 'create', entityId: id });
      await this.records.tell(ctx, person, 'factor_added', requester.userAgent);
      if (confirmed.confirmed > 1) return {};
      // They were opened by the password alone, which is no longer enough, and so were copies of this one's token.
      await ctx.tx.query('SELECT * FROM close_other_sessions($1, $2)', [person, ctx.credentialId]);
      return { recoveryCodes: await this.writeCodes(ctx, person), renewed: await renewSession(ctx, person, 'kept', '0') };
    });
  }

  async remove(ctx: Ctx, id: string, requester: Requester): Promise<void> {
    const person = personOf(ctx);
    await this.db.tx(withoutRepeat(ctx), async (ctx) => {
      await holdSession(ctx);
      const sql = 'SELECT * FROM remove_factor($1, $2)';
      const [removed] = await ctx.tx.query<{ kind: string; name: string; confirmed: boolean }[]>(sql, [id, person]);
      if (!removed) throw new NotFoundProblem('factor');
      if (!removed.confirmed) return;
      await this.audit.add(ctx, { what: `factor.${removed.kind}`, action: 'delete', entityId: id });
      await this.records.tell(ctx, person, 'factor_removed', requester.userAgent);
    });
  }

  private async renewCodes(ctx: Ctx, person: string, confirmed: Factor[], requester: Requester): Promise<BegunFactorDto> {
    if (confirmed.length === 0) throw new NoFactorError();
    return this.db.tx(withoutRepeat(ctx), async (ctx) => {
      await holdSession(ctx);
      await this.audit.add(ctx, { what: 'factor.recovery', action: 'update', entityId: person });
      await this.records.tell(ctx, person, 'recovery_codes_renewed', requester.userAgent);
      return { recoveryCodes: await this.writeCodes(ctx, person) };
    });
  }

  private async made(begun: Factor, dto: ConfirmFactorDto): Promise<{ step?: number; passkey?: KnownPasskey }> {
    if (begun.kind === 'totp') {
      if (dto.code === undefined) throw new InvalidProblem([{ pointer: '/code', detail: 'Send the six digits that the app shows.' }]);
      const step = await this.factors.stepOf(begun, dto.code);
      if (step === undefined) throw new FactorNotConfirmedError();
      return { step };
    }
    if (dto.passkey === undefined) throw new InvalidProblem([{ pointer: '/passkey', detail: 'Send what the browser made.' }]);
    const passkey = begun.challenge ? await this.passkeys.made(dto.passkey, begun.challenge) : undefined;
    if (!passkey) throw new FactorNotConfirmedError();
    return { passkey };
  }

  private async writeCodes(ctx: TxCtx, person: string): Promise<string[]> {
    const codes = newRecoveryCodes();
    await ctx.tx.query('SELECT * FROM replace_recovery_codes($1, $2)', [person, codes.map(hashRecoveryCode)]);
    return codes;
  }
}
