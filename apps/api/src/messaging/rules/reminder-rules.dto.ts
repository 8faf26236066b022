import { CHANNELS, type Channel } from '@keel/contracts';
import { IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';

const SHORTEST_MINUTES = 5;
const LONGEST_MINUTES = 90 * 24 * 60;

export class CreateReminderRuleDto {
  @IsIn(CHANNELS)
  channel!: Channel;

  /** Minutes before the visit begins, 5 to 129,600 (90 days). */
  @IsInt()
  @Min(SHORTEST_MINUTES)
  @Max(LONGEST_MINUTES)
  minutesBefore!: number;

  @IsOptional()
  @IsBoolean()
  active?: boolean;
}

export class UpdateReminderRuleDto {
  @IsOptional()
  @IsInt()
  @Min(SHORTEST_MINUTES)
  @Max(LONGEST_MINUTES)
  minutesBefore?: number;

  @IsOptional()
  @IsBoolean()
  active?: boolean;
}

/** When patients are reminded of a visit, and by which channel. */
export class ReminderRuleDto {
  id!: string;
  channel!: Channel;
  /** Minutes before the visit begins. */
  minutesBefore!: number;
  active!: boolean;
  version!: number;
}
