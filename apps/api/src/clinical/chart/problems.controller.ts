import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiPage, Allow, Context, type Ctx, IfMatch, type IfMatchValue } from '../../platform/index.js';
import { CreateProblemDto, EntriesQuery, ProblemDto, UpdateProblemDto } from './chart-entries.dto.js';
import { ChartEntriesService } from './chart-entries.service.js';
import { PROBLEM } from './entry-kinds.js';

@Controller('problems')
export class ProblemsController {
  constructor(private readonly entries: ChartEntriesService) {}

  @Post()
  @Allow('chart:write')
  create(@Context() ctx: Ctx, @Body() dto: CreateProblemDto) {
    return this.entries.create(ctx, PROBLEM, dto);
  }

  @Get()
  @Allow('chart:read')
  @ApiPage(ProblemDto)
  list(@Context() ctx: Ctx, @Query() query: EntriesQuery) {
    return this.entries.list(ctx, PROBLEM, query);
  }

  @Get(':id')
  @Allow('chart:read')
  get(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string) {
    return this.entries.get(ctx, PROBLEM, id);
  }

  @Patch(':id')
  @Allow('chart:write')
  update(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @Body() dto: UpdateProblemDto, @IfMatch() ifMatch: IfMatchValue) {
    return this.entries.update(ctx, PROBLEM, id, dto, ifMatch);
  }
}
