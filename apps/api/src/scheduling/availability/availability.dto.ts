import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsDay } from '../../platform/index.js';

export class AvailabilityQuery {
  @IsUUID() serviceId!: string;
  /** By default everybody of the service's profession. */
  @IsOptional() @IsUUID() practitionerId?: string;
  /** A day of the clinic. */
  @IsDay() from!: string;
  /** A day of the clinic, exclusive; at most 92 days after `from`. */
  @IsDay() to!: string;
  /** `nextCursor` of the answer before, with the rest of the query unchanged. */
  @IsOptional() @IsString() @MaxLength(200) cursor?: string;
}

export class SlotDto {
  /** RFC 3339, UTC. */
  start!: string;
  end!: string;
  practitionerId!: string;
  locationId!: string;
}

export class AvailabilityDto {
  /** By start. */
  data!: SlotDto[];
  /**
   * Where to go on after about 10,000 free times, or where more than forty practitioners are asked for months: every free time
   * before it is here, even if that is none. Null at the end of the range.
   */
  nextCursor!: string | null;
}
