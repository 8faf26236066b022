import { Controller, Get } from '@nestjs/common';
import type { Ctx } from '../context/ctx.js';
import { Allow, Context } from '../context/decorators.js';
import { Alarms } from './alarms.js';
import { AlarmsDto } from './alarms.dto.js';

/** What a clinic must be told of: its own letters, backlog, messages and refusals, and the disk and the backups under all of them. */
@Controller('alarms')
@Allow('dead-letter:manage')
export class AlarmsController {
  constructor(private readonly alarms: Alarms) {}

  @Get()
  async list(@Context() ctx: Ctx): Promise<AlarmsDto> {
    return { data: await this.alarms.of(ctx) };
  }
}
