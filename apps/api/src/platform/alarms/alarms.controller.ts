import { Controller, Get } from '@nestjs/common';
import type { Ctx } from '../context/ctx.js';
import { Allow, Context } from '../context/decorators.js';
import { DeadLetters } from '../outbox/dead-letters.service.js';
import { Alarms } from './alarms.js';
import { AlarmsDto } from './alarms.dto.js';

/** What this installation must be told of; of its letters, each clinic hears of its own alone. */
@Controller('alarms')
@Allow('dead-letter:manage')
export class AlarmsController {
  constructor(
    private readonly alarms: Alarms,
    private readonly letters: DeadLetters,
  ) {}

  @Get()
  async list(@Context() ctx: Ctx): Promise<AlarmsDto> {
    const [all, own] = await Promise.all([this.alarms.current(), this.letters.countOpen(ctx)]);
    return {
      data: all.flatMap((alarm) => {
        if (alarm.code !== 'dead_letters') return [alarm];
        return own > 0 ? [{ ...alarm, value: own }] : [];
      }),
    };
  }
}
