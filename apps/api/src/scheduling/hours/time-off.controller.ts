import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiPage, Allow, Context, type Ctx, IfMatch, type IfMatchValue, OptionalIfMatch } from '../../platform/index.js';
import { CreateTimeOffDto, TimeOffDto, TimeOffQuery, UpdateTimeOffDto } from './time-off.dto.js';
import { TimeOffService } from './time-off.service.js';

@Controller('time-off')
export class TimeOffController {
  constructor(private readonly timeOff: TimeOffService) {}

  @Post()
  @Allow('schedule:manage')
  create(@Context() ctx: Ctx, @Body() dto: CreateTimeOffDto) {
    return this.timeOff.create(ctx, dto);
  }

  @Get()
  @Allow('appointment:read')
  @ApiPage(TimeOffDto)
  list(@Context() ctx: Ctx, @Query() query: TimeOffQuery) {
    return this.timeOff.list(ctx, query);
  }

  @Get(':id')
  @Allow('appointment:read')
  get(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string) {
    return this.timeOff.get(ctx, id);
  }

  @Patch(':id')
  @Allow('schedule:manage')
  update(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @Body() dto: UpdateTimeOffDto, @IfMatch() ifMatch: IfMatchValue) {
    return this.timeOff.update(ctx, id, dto, ifMatch);
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('schedule:manage')
  remove(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @OptionalIfMatch() ifMatch: IfMatchValue) {
    return this.timeOff.remove(ctx, id, ifMatch);
  }
}
