import { WORK_ITEM_DOERS, WORK_ITEM_READERS } from '@keel/contracts';
import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Query } from '@nestjs/common';
import type { Ctx } from '../context/ctx.js';
import { Allow, ByPerson, Context } from '../context/decorators.js';
import { ApiPage } from '../http/api-page.js';
import { IfMatch, type IfMatchValue } from '../http/if-match.js';
import { UpdateWorkItemDto, WorkItemDto, WorkItemsQuery } from './work-items.dto.js';
import { WorkItems } from './work-items.service.js';

@Controller('work-items')
@Allow(...WORK_ITEM_READERS)
export class WorkItemsController {
  constructor(private readonly items: WorkItems) {}

  @Get()
  @ApiPage(WorkItemDto)
  list(@Context() ctx: Ctx, @Query() query: WorkItemsQuery) {
    return this.items.list(ctx, query);
  }

  /** How much is to be done, for a badge. */
  @Get('counts')
  counts(@Context() ctx: Ctx) {
    return this.items.counts(ctx);
  }

  @Get(':id')
  get(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string) {
    return this.items.get(ctx, id);
  }

  @Patch(':id')
  @Allow(...WORK_ITEM_DOERS)
  @ByPerson()
  update(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @Body() dto: UpdateWorkItemDto, @IfMatch() ifMatch: IfMatchValue) {
    return this.items.update(ctx, id, dto, ifMatch);
  }
}
