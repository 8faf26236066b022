import { Injectable } from '@nestjs/common';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server';
import { Crypto, Db, InvalidProblem, systemCtx } from '../../platform/index.js';
import { type KnownPasskey, type PasskeyAnswer, Passkeys } from './passkeys.js';
import { hashRecoveryCode } from './recovery-codes.js';
import { totpStep } from './totp.js';

/** A person's secrets belong to none of their clinics: they are sealed under a data key of their own, in the place of a clinic's. */
const PEOPLE = systemCtx('00000000-0000-0000-0000-000000000000', 'factors');

export type FactorMethod = 'totp' | 'passkey' | 'recovery';

export interface Factor {
  id: string;
  kind: 'totp' | 'passkey';
  name: string;
  secret: Buffer | null;
  challenge: string | null;
  credentialId: string | null;
  publicKey: Buffer | null;
  signCount: number;
  transports: string[];
  createdAt: Date;
  confirmedAt: Date | null;
  lastUsedAt: Date | null;
}

/** Exactly one of them. */
export interface FactorProof {
  code?: string | undefined;
  recoveryCode?: string | undefined;
  passkey?: PasskeyAnswer | undefined;
}

export interface FactorChoice {
  methods: FactorMethod[];
  passkeyOptions?: PublicKeyCredentialRequestOptionsJSON;
}

/** What somebody has besides their password, and whether what they send comes from it. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly db: Db,
    private readonly crypto: Crypto,
    private readonly passkeys: Passkeys,
  ) {}

  async all(person: string): Promise<Factor[]> {
    const rows = await this.db.definerFunction<Omit<Factor, 'signCount'> & { signCount: string | number }>('factors_of_user', [person]);
    return rows.map((row) => ({ ...row, signCount: Number(row.signCount) }));
  }

  /** Those that prove something; empty where the password is all there is. */
  async confirmed(person: string): Promise<Factor[]> {
    return (await this.all(person)).filter(({ confirmedAt }) => confirmedAt !== null);
  }

  async methods(person: string, factors?: Factor[]): Promise<FactorMethod[]> {
    const known = factors ?? (await this.confirmed(person));
    if (known.length === 0) return [];
    const [left] = await this.db.definerFunction<{ count: number }>('recovery_codes_left', [person]);
    const kinds = new Set<FactorMethod>(known.map(({ kind }) => kind));
    if ((left?.count ?? 0) > 0) kinds.add('recovery');
    return [...kinds];
  }

  /** What the person may send next, with a fresh challenge for a passkey; `waiting` is the session, open or half open, that asks. */
  async choice(person: string, waiting: string): Promise<FactorChoice> {
    const factors = await this.confirmed(person);
    const methods = await this.methods(person, factors);
    const known = factors.flatMap((factor) => toPasskey(factor) ?? []);
    if (known.length === 0 || !this.passkeys.possible) return { methods: methods.filter((method) => method !== 'passkey') };
    const passkeyOptions = await this.passkeys.toUse(known);
    await this.db.definerFunction('set_challenge', [waiting, passkeyOptions.challenge]);
    return { methods, passkeyOptions };
  }

  /** True where the proof is the person's and was never used before. */
  async proves(person: string, waiting: string, proof: FactorProof): Promise<boolean> {
    if (proof.code !== undefined) return this.provesByCode(person, proof.code);
    if (proof.passkey !== undefined) return this.provesByPasskey(person, waiting, proof.passkey);
    const codes = proof.recoveryCode === undefined ? [] : [proof.recoveryCode];
    const used = await Promise.all(codes.map((code) => this.db.definerFunction('use_recovery_code', [person, hashRecoveryCode(code)])));
    return used.flat().length > 0;
  }

  async sealSecret(id: string, secret: string): Promise<Buffer> {
    return this.crypto.seal(PEOPLE, placeOf(id), secret);
  }

  /** The time step of a code of this factor, or undefined where it is wrong. */
  async stepOf(factor: Factor, code: string): Promise<number | undefined> {
    if (!factor.secret) return undefined;
    return totpStep(await this.crypto.open(PEOPLE, placeOf(factor.id), factor.secret), code, new Date());
  }

  private async provesByCode(person: string, code: string): Promise<boolean> {
    for (const factor of await this.confirmed(person)) {
      const step = await this.stepOf(factor, code);
      if (step === undefined) continue;
      // Only now and only once: of many at the same moment with the same code, the database lets one through.
      const used = await this.db.definerFunction('use_totp', [factor.id, person, step]);
      if (used.length > 0) return true;
    }
    return false;
  }

  private async provesByPasskey(person: string, waiting: string, answer: PasskeyAnswer): Promise<boolean> {
    const [taken] = await this.db.definerFunction<{ challenge: string }>('take_challenge', [waiting]);
    const factor = (await this.confirmed(person)).find(({ credentialId }) => credentialId !== null && credentialId === answer['id']);
    const passkey = factor && toPasskey(factor);
    if (!taken || !factor || !passkey || !this.passkeys.isFrom(person, answer)) return false;
    const count = await this.passkeys.used(answer, taken.challenge, passkey);
    if (count === undefined) return false;
    return (await this.db.definerFunction('use_passkey', [factor.id, person, count])).length > 0;
  }
}

export function toPasskey({ credentialId, publicKey, signCount, transports }: Factor): KnownPasskey | undefined {
  return credentialId && publicKey ? { credentialId, publicKey, signCount, transports } : undefined;
}

/** @throws InvalidProblem where there is not exactly one of the named fields. */
export function assertOneOf(proof: object, names: readonly string[]): void {
  const sent = names.filter((name) => Reflect.get(proof, name) !== undefined);
  if (sent.length !== 1) throw new InvalidProblem([{ pointer: '', detail: `Send exactly one of ${names.join(', ')}.` }]);
}

const placeOf = (id: string) => ({ table: 'factor', column: 'secret', id, patientId: null });
