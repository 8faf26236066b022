import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiPage, Allow, Context, type Ctx, IfMatch, type IfMatchValue } from '../../platform/index.js';
import { CreateMedicationDto, EntriesQuery, MedicationDto, UpdateMedicationDto } from './chart-entries.dto.js';
import { ChartEntriesService } from './chart-entries.service.js';
import { MEDICATION } from './entry-kinds.js';

@Controller('medications')
export class MedicationsController {
  constructor(private readonly entries: ChartEntriesService) {}

  @Post()
  @Allow('chart:write')
  create(@Context() ctx: Ctx, @Body() dto: CreateMedicationDto) {
    return this.entries.create(ctx, MEDICATION, dto);
  }

  @Get()
  @Allow('chart:read')
  @ApiPage(MedicationDto)
  list(@Context() ctx: Ctx, @Query() query: EntriesQuery) {
    return this.entries.list(ctx, MEDICATION, query);
  }

  @Get(':id')
  @Allow('chart:read')
  get(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string) {
    return this.entries.get(ctx, MEDICATION, id);
  }

  @Patch(':id')
  @Allow('chart:write')
  update(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @Body() dto: UpdateMedicationDto, @IfMatch() ifMatch: IfMatchValue) {
    return this.entries.update(ctx, MEDICATION, id, dto, ifMatch);
  }
}
