import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsDayOrInstant, IsInstant, Omittable, PageQuery } from '../../platform/index.js';

export class CreateTimeOffDto {
  @IsUUID() practitionerId!: string;
  @IsInstant() start!: string;
  @IsInstant() end!: string;
  /** For the schedule, e.g. "Conference"; patients never see it. */
  @IsOptional() @IsString() @MaxLength(200) reason?: string | null;
}

export class UpdateTimeOffDto {
  @Omittable() @IsInstant() start?: string;
  @Omittable() @IsInstant() end?: string;
  @IsOptional() @IsString() @MaxLength(200) reason?: string | null;
}

export class TimeOffQuery extends PageQuery {
  @IsOptional() @IsUUID() practitionerId?: string;
  /** What touches the time from here; a day of the clinic or an instant. */
  @IsOptional() @IsDayOrInstant() from?: string;
  /** Exclusive. */
  @IsOptional() @IsDayOrInstant() to?: string;
}

export class TimeOffDto {
  id!: string;
  practitionerId!: string;
  start!: Date;
  end!: Date;
  /** Left out for those who neither plan (`schedule:manage`) nor are the person. */
  reason?: string | null;
  /** Appointments already booked in this time: they stay until somebody moves them. */
  conflicts!: string[];
  version!: number;
}
