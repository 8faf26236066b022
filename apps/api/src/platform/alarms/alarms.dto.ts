import { ALARM_CODES, type AlarmCode } from '@keel/contracts';
import { ApiProperty } from '@nestjs/swagger';

export class AlarmDto {
  @ApiProperty({ enum: ALARM_CODES })
  code!: AlarmCode;
  /** The figure now, in the alarm's own unit: a count, seconds, mebibytes or percent. */
  value!: number;
  /** From where on it is an alarm. */
  threshold!: number;
}

export class AlarmsDto {
  data!: AlarmDto[];
}
