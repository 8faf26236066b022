import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiPage, Allow, Context, type Ctx, IfMatch, type IfMatchValue, OptionalIfMatch } from '../../platform/index.js';
import { CreateServiceDto, ServiceDto, ServicesQuery, UpdateServiceDto } from './services.dto.js';
import { ServicesService } from './services.service.js';

@Controller('services')
export class ServicesController {
  constructor(private readonly services: ServicesService) {}

  @Post()
  @Allow('schedule:manage')
  create(@Context() ctx: Ctx, @Body() dto: CreateServiceDto) {
    return this.services.create(ctx, dto);
  }

  @Get()
  @Allow('clinic:read')
  @ApiPage(ServiceDto)
  list(@Context() ctx: Ctx, @Query() query: ServicesQuery) {
    return this.services.list(ctx, query);
  }

  @Get(':id')
  @Allow('clinic:read')
  get(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string) {
    return this.services.get(ctx, id);
  }

  @Patch(':id')
  @Allow('schedule:manage')
  update(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @Body() dto: UpdateServiceDto, @IfMatch() ifMatch: IfMatchValue) {
    return this.services.update(ctx, id, dto, ifMatch);
  }

  @Post(':id/archive')
  @HttpCode(200)
  @Allow('schedule:manage')
  archive(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @OptionalIfMatch() ifMatch: IfMatchValue) {
    return this.services.archive(ctx, id, true, ifMatch);
  }

  @Post(':id/unarchive')
  @HttpCode(200)
  @Allow('schedule:manage')
  unarchive(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @OptionalIfMatch() ifMatch: IfMatchValue) {
    return this.services.archive(ctx, id, false, ifMatch);
  }
}
