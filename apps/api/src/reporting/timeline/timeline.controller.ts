import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { Allow, ApiPage, Context, type Ctx } from '../../platform/index.js';
import { TimelineEntryDto, TimelineQuery } from './timeline.dto.js';
import { TimelineService } from './timeline.service.js';

@Controller('patients')
export class TimelineController {
  constructor(private readonly timelines: TimelineService) {}

  @Get(':id/timeline')
  @Allow('patient:read')
  @ApiPage(TimelineEntryDto)
  list(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @Query() query: TimelineQuery) {
    return this.timelines.list(ctx, id, query);
  }
}
