import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { Allow, ApiPage, Context, type Ctx, IfMatch, type IfMatchValue, PageQuery } from '../platform/index.js';
import { CreateLocationDto, LocationDto, UpdateLocationDto } from './locations.dto.js';
import { LocationsService } from './locations.service.js';

@Controller('locations')
export class LocationsController {
  constructor(private readonly locations: LocationsService) {}

  @Post()
  @Allow('clinic:manage')
  create(@Context() ctx: Ctx, @Body() dto: CreateLocationDto) {
    return this.locations.create(ctx, dto);
  }

  @Get()
  @Allow('clinic:read')
  @ApiPage(LocationDto)
  list(@Context() ctx: Ctx, @Query() query: PageQuery) {
    return this.locations.list(ctx, query);
  }

  @Get(':id')
  @Allow('clinic:read')
  get(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string) {
    return this.locations.get(ctx, id);
  }

  @Patch(':id')
  @Allow('clinic:manage')
  update(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @Body() dto: UpdateLocationDto, @IfMatch() ifMatch: IfMatchValue) {
    return this.locations.update(ctx, id, dto, ifMatch);
  }
}
