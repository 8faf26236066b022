import { IsOptional, IsUUID } from 'class-validator';
import { IsDay } from '../../platform/index.js';

export class AvailabilityQuery {
  @IsUUID() serviceId!: string;
  /** By default everybody of the service's profession. */
  @IsOptional() @IsUUID() practitionerId?: string;
  /** A day of the clinic. */
  @IsDay() from!: string;
  /** A day of the clinic, exclusive; at most 92 days after `from`. */
  @IsDay() to!: string;
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
  nextCursor!: string | null;
}
