import { PERMISSIONS, type Permission } from '@keel/contracts';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsIn, IsString, Length } from 'class-validator';

export class CreateApiKeyDto {
  /** What the key is for, so that somebody can tell later whether it is still needed. */
  @IsString()
  @Length(1, 100)
  name!: string;

  /** Permissions by name, or `["*"]` for all that its maker may do. */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(PERMISSIONS.length)
  @ArrayUnique()
  @IsIn(['*', ...PERMISSIONS], { each: true })
  scopes!: (Permission | '*')[];
}

export class ApiKeyDto {
  id!: string;
  name!: string;
  scopes!: (Permission | '*')[];
  createdAt!: Date;
  revokedAt!: Date | null;
  version!: number;
}

export class CreatedApiKeyDto extends ApiKeyDto {
  /** Shown this once; only its hash is kept. */
  key!: string;
}
