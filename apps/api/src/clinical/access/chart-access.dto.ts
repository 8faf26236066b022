import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { PageQuery } from '../../platform/index.js';

export class OpenChartDto {
  /** Why it is needed; reviewed by those who may read the audit. */
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @Length(3, 1000)
  reason!: string;
  /** The colleague to let in, by one who is already in the circle of care. Left out, the caller opens it for a day. */
  @IsOptional() @IsUUID() practitionerId?: string;
}

export class ChartAccessQuery extends PageQuery {
  /** True for those that nobody has reviewed. */
  @IsOptional() @IsIn(['true', 'false']) unreviewed?: 'true' | 'false';
}

export class ChartAccessDto {
  id!: string;
  patientId!: string;
  userId!: string;
  kind!: 'grant' | 'override';
  reason!: string;
  givenBy!: string;
  givenAt!: Date;
  expiresAt!: Date | null;
  reviewedBy!: string | null;
  reviewedAt!: Date | null;
  version!: number;
}
