import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, IsUUID, Length, MaxLength } from 'class-validator';
import { Omittable, PageQuery } from '../../platform/index.js';

const trimmed = ({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value);

export class OpenChartDto {
  /** Why it is needed, in a few words; reviewed by those who may read the audit. */
  @Transform(trimmed)
  @IsString()
  @Length(3, 1000)
  reason!: string;
  /** The colleague to let in, by one who cares for the patient. Left out, the caller opens it for an hour: once, however often it is asked, and thirty charts an hour. */
  @Omittable() @IsUUID() practitionerId?: string;
}

export class ChartAccessQuery extends PageQuery {
  /** True for those that wait for a review. */
  @IsOptional() @IsIn(['true', 'false']) unreviewed?: 'true' | 'false';
}

export const REVIEW_OUTCOMES = ['justified', 'unjustified'] as const;
const REVIEWS = [...REVIEW_OUTCOMES, 'withdrawn'] as const;

export class ReviewChartAccessDto {
  /**
   * What the review found; said anew, the later one holds, and the audit keeps both. An unjustified access ends at once, and so do
   * the grants that its reader gave; what they give themselves opens nothing, until a later appointment of theirs is found justified or
   * this is taken back by `justified`. `withdrawn` takes back that it was justified and says nothing else: the access is as it was found
   * before, or waits for a review again, and whoever was let in only because of this finding loses access; any other finding stays as it is.
   * An access that was ended by `end` stays ended. Left out, it was justified.
   */
  @Omittable() @IsIn(REVIEWS) outcome?: (typeof REVIEWS)[number];
  /** With the same outcome, whoever found it so changes what they said of it by this; left out, that stays. None goes with `withdrawn`. */
  @IsOptional() @Transform(trimmed) @IsString() @MaxLength(1000) comment?: string | null;
}

/** One who may open a chart without an appointment that somebody else gave them. */
export class ChartAccessDto {
  id!: string;
  patientId!: string;
  /** Null for callers who may not read patients. */
  patientName!: string | null;
  userId!: string;
  userName!: string | null;
  /** Let in by a colleague (`grant`), opened by oneself for a reason (`override`), or by an appointment that one gave oneself (`own_booking`). */
  kind!: 'grant' | 'override' | 'own_booking';
  /** Null for an appointment of one's own, which `appointmentId` names. */
  reason!: string | null;
  appointmentId!: string | null;
  givenBy!: string;
  givenAt!: Date;
  /** Null where it lasts until it is ended; for an own booking, until the end of care. */
  expiresAt!: Date | null;
  reviewedBy!: string | null;
  reviewerName!: string | null;
  reviewedAt!: Date | null;
  reviewOutcome!: (typeof REVIEW_OUTCOMES)[number] | null;
  reviewComment!: string | null;
  version!: number;
}
