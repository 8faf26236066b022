import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiPage, Allow, Context, type Ctx, IfMatch, type IfMatchValue } from '../../platform/index.js';
import { CreateReminderRuleDto, ReminderRuleDto, UpdateReminderRuleDto } from './reminder-rules.dto.js';
import { ReminderRulesService } from './reminder-rules.service.js';

@Controller('reminder-rules')
export class ReminderRulesController {
  constructor(private readonly rules: ReminderRulesService) {}

  @Get()
  @Allow('clinic:read')
  @ApiPage(ReminderRuleDto)
  list(@Context() ctx: Ctx) {
    return this.rules.list(ctx);
  }

  @Get(':id')
  @Allow('clinic:read')
  get(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<ReminderRuleDto> {
    return this.rules.get(ctx, id);
  }

  @Post()
  @Allow('reminder:manage')
  create(@Context() ctx: Ctx, @Body() dto: CreateReminderRuleDto): Promise<ReminderRuleDto> {
    return this.rules.create(ctx, dto);
  }

  @Patch(':id')
  @Allow('reminder:manage')
  update(
    @Context() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: UpdateReminderRuleDto,
    @IfMatch() ifMatch: IfMatchValue,
  ): Promise<ReminderRuleDto> {
    return this.rules.update(ctx, id, dto, ifMatch);
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('reminder:manage')
  remove(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string) {
    return this.rules.remove(ctx, id);
  }
}
