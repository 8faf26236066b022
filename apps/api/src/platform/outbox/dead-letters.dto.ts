/** An event that a listener could not handle after all its attempts. */
export class DeadLetterDto {
  id!: string;
  eventId!: string;
  listener!: string;
  /** The error's name and code; its message may quote a record and is not kept. */
  error!: string;
  attempts!: number;
  failedAt!: Date;
  replayedAt!: Date | null;
  version!: number;
}
