import { CHANNELS, type Channel } from '@keel/contracts';
import { IsBoolean, IsIn } from 'class-validator';
import { IsDuration, Omittable } from '../../platform/index.js';

const BEFORE = { min: 5, max: 90 * 24 * 60 };

export class CreateReminderRuleDto {
  @IsIn(CHANNELS)
  channel!: Channel;

  /** Minutes before the appointment begins, 5 to 129,600 (90 days). */
  @IsDuration('minutes', BEFORE)
  minutesBefore!: number;

  @Omittable()
  @IsBoolean()
  active?: boolean;
}

export class UpdateReminderRuleDto {
  @Omittable()
  @IsDuration('minutes', BEFORE)
  minutesBefore?: number;

  @Omittable()
  @IsBoolean()
  active?: boolean;
}

/** When patients are reminded of an appointment, and by which channel. */
export class ReminderRuleDto {
  id!: string;
  channel!: Channel;
  /** Minutes before the appointment begins. */
  minutesBefore!: number;
  active!: boolean;
  version!: number;
}
