import { PERMISSIONS, type Permission } from '@keel/contracts';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsMoment } from '../platform/index.js';

export class CreateApiKeyDto {
  /** What the key is for, so that somebody can tell later whether it is still needed. */
  @IsString()
  @Length(1, 100)
  name!: string;

  /**
   * Permissions by name, or `["*"]` for all that its maker may do. A scope to write includes reading back the record that is
   * written, without the fields that these scopes do not open; anything else takes the scope to read.
   */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(PERMISSIONS.length)
  @ArrayUnique()
  @IsIn(['*', ...PERMISSIONS], { each: true })
  scopes!: (Permission | '*')[];

  /** An instant to come; a year from now by default. */
  @IsOptional()
  @IsMoment()
  expiresAt?: string | null;
}

export class ApiKeyMakerDto {
  userId!: string;
  name!: string;
}

export class ApiKeyDto {
  id!: string;
  name!: string;
  scopes!: Permission[];
  /** What it may do now: of its scopes what its maker may do. */
  effectiveScopes!: Permission[];
  /** For whom it acts: who made or adopted it. Null where that was never a member. */
  maker!: ApiKeyMakerDto | null;
  /** `stopped`: its maker's access has ended, and no owner has adopted it. `factorless`: the clinic demands a second factor of the maker, who has none. */
  status!: 'active' | 'factorless' | 'stopped' | 'expired' | 'revoked';
  createdAt!: Date;
  expiresAt!: Date;
  /** Within five minutes; null where it was never used. */
  lastUsedAt!: Date | null;
  revokedAt!: Date | null;
  version!: number;
}

export class CreatedApiKeyDto extends ApiKeyDto {
  /** Shown this once; only its hash is kept. */
  key!: string;
}
