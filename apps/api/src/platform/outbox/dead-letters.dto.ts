import { FAILURE_CAUSES, type FailureCause } from '@keel/contracts';
import { ApiProperty } from '@nestjs/swagger';

/** An event that a listener could not handle after all its attempts. */
export class DeadLetterDto {
  id!: string;
  eventId!: string;
  listener!: string;
  /** Why, in one word. */
  @ApiProperty({ enum: FAILURE_CAUSES })
  cause!: FailureCause;
  /** The error's name and code; its message may quote a record and is not kept. */
  error!: string;
  attempts!: number;
  failedAt!: Date;
  /** When it is tried again by itself; null once it was done or started again by somebody. */
  retryAt!: Date | null;
  replayedAt!: Date | null;
  /** When it was done after all. */
  handledAt!: Date | null;
  version!: number;
}
