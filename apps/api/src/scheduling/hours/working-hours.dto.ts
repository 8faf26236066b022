import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsObject, IsOptional, IsUUID, Max, Min, ValidateNested } from 'class-validator';
import { IsDay } from '../../platform/index.js';
import { IsClock } from '../scheduling.validators.js';

export class ShiftDto {
  /** 1 is Monday, 7 is Sunday. */
  @IsInt() @Min(1) @Max(7) weekday!: number;
  /** Wall time at the location, HH:MM. */
  @IsClock() start!: string;
  /** Up to 24:00; an end before the start is on the next day. */
  @IsClock() end!: string;
  /** Where the shift is worked; by default, and where it is null, the clinic's first location. */
  @IsOptional() @IsUUID() locationId?: string | null;
}

export class SetWorkingHoursDto {
  /** The first day of these hours. Hours that begin later stay as they are. */
  @IsDay() effectiveFrom!: string;
  /** The last day of them, for hours of a season; afterwards the earlier ones hold again. */
  @IsOptional() @IsDay() effectiveTo?: string | null;
  /** An empty list means no working hours from that day on. */
  @IsArray() @ArrayMaxSize(70) @IsObject({ each: true }) @ValidateNested({ each: true }) @Type(() => ShiftDto) weekly!: ShiftDto[];
}

export class WorkingHoursQuery {
  @IsOptional() @IsUUID() practitionerId?: string;
}

export class ShiftOfWeekDto {
  weekday!: number;
  start!: string;
  end!: string;
  locationId!: string;
}

export class WorkingHoursDto {
  id!: string;
  practitionerId!: string;
  effectiveFrom!: string;
  effectiveTo!: string | null;
  weekly!: ShiftOfWeekDto[];
  version!: number;
}
