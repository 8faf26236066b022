import type { EventType } from '@keel/contracts';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';

/** A browser sends no headers with a stream: its screen says here whose it is, and is refused where another is signed in. */
export class EventsQueryDto {
  @IsOptional()
  @IsUUID()
  clinicId?: string;

  @IsOptional()
  @IsUUID()
  userId?: string;
}

/** What a stream says of an event: that it happened and to what, by ids alone. */
export class LiveEventDto {
  id!: string;
  @ApiProperty({ type: String }) type!: EventType;
  /** RFC 3339, UTC. */
  occurredAt!: string;
  /** Such as `appointmentId`, `patientId`, `practitionerId`. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) ids!: Record<string, string>;
}
