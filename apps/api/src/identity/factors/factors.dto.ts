import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsObject, IsString, Length, MaxLength } from 'class-validator';
import { Omittable } from '../../platform/index.js';
import type { FactorMethod } from './second-factors.js';

const JSON_OBJECT = { type: 'object', additionalProperties: true } as const;

/** One of the fields. */
export class SecondFactorDto {
  /** Six digits of an authenticator app. */
  @Omittable() @IsString() @MaxLength(20) code?: string;
  /** One of the codes that were shown when the first factor was added; each works once. */
  @Omittable() @IsString() @MaxLength(60) recoveryCode?: string;
  /** What the browser's `navigator.credentials.get()` gave, as JSON. */
  @Omittable() @IsObject() @ApiPropertyOptional(JSON_OBJECT) passkey?: Record<string, unknown>;
}

export class FactorChoiceDto {
  methods!: FactorMethod[];
  /** For `navigator.credentials.get()`, where a passkey is among the methods; it is good for one answer. */
  @ApiPropertyOptional(JSON_OBJECT) passkeyOptions?: object;
}

export class BeginFactorDto {
  /** An authenticator app, a passkey, or ten new recovery codes in place of the old ones. */
  @IsIn(['totp', 'passkey', 'recovery'])
  kind!: 'totp' | 'passkey' | 'recovery';
}

export class BegunFactorDto {
  /** Confirm it by POST /session/factors/{id}/confirm. */
  id?: string;
  /** Of an authenticator app: to be typed where a QR code cannot be read. */
  secret?: string;
  /** The same as a QR code shows it. */
  otpauthUri?: string;
  /** Of a passkey: for `navigator.credentials.create()`. */
  @ApiPropertyOptional(JSON_OBJECT) options?: object;
  /** Of `recovery`: shown this once. */
  recoveryCodes?: string[];
}

export class ConfirmFactorDto {
  /** Of an authenticator app: the six digits that it shows. */
  @Omittable() @IsString() @MaxLength(20) code?: string;
  /** What the browser's `navigator.credentials.create()` gave, as JSON. */
  @Omittable() @IsObject() @ApiPropertyOptional(JSON_OBJECT) passkey?: Record<string, unknown>;
  /** How its person calls it, such as "phone". */
  @Omittable() @IsString() @Length(1, 60) name?: string;
}

export class ConfirmedFactorDto {
  /** Shown this once, with the first factor: each signs in once where the factor is lost. */
  recoveryCodes?: string[];
}

export class FactorDto {
  id!: string;
  @ApiProperty({ enum: ['totp', 'passkey'] }) kind!: 'totp' | 'passkey';
  name!: string;
  createdAt!: Date;
  lastUsedAt!: Date | null;
}

export class FactorsDto {
  data!: FactorDto[];
  /** Recovery codes that were not used yet. */
  recoveryCodesLeft!: number;
}
