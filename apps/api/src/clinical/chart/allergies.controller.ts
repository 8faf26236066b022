import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiPage, Allow, Context, type Ctx, IfMatch, type IfMatchValue } from '../../platform/index.js';
import { AllergyDto, CreateAllergyDto, EntriesQuery, UpdateAllergyDto } from './chart-entries.dto.js';
import { ChartEntriesService } from './chart-entries.service.js';
import { ALLERGY } from './entry-kinds.js';

@Controller('allergies')
export class AllergiesController {
  constructor(private readonly entries: ChartEntriesService) {}

  @Post()
  @Allow('chart:write')
  create(@Context() ctx: Ctx, @Body() dto: CreateAllergyDto) {
    return this.entries.create(ctx, ALLERGY, dto);
  }

  @Get()
  @Allow('chart:read')
  @ApiPage(AllergyDto)
  list(@Context() ctx: Ctx, @Query() query: EntriesQuery) {
    return this.entries.list(ctx, ALLERGY, query);
  }

  @Get(':id')
  @Allow('chart:read')
  get(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string) {
    return this.entries.get(ctx, ALLERGY, id);
  }

  @Patch(':id')
  @Allow('chart:write')
  update(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @Body() dto: UpdateAllergyDto, @IfMatch() ifMatch: IfMatchValue) {
    return this.entries.update(ctx, ALLERGY, id, dto, ifMatch);
  }
}
