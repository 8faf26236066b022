import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Allow, ApiPage, Context, type Ctx, NeedsStepUp, PageQuery } from '../platform/index.js';
import { ApiKeyDto, CreateApiKeyDto } from './api-keys.dto.js';
import { ApiKeysService } from './api-keys.service.js';

@Controller('api-keys')
@Allow('api-key:manage')
export class ApiKeysController {
  constructor(private readonly keys: ApiKeysService) {}

  @Post()
  @NeedsStepUp()
  create(@Context() ctx: Ctx, @Body() dto: CreateApiKeyDto) {
    return this.keys.create(ctx, dto);
  }

  @Get()
  @ApiPage(ApiKeyDto)
  list(@Context() ctx: Ctx, @Query() query: PageQuery) {
    return this.keys.list(ctx, query);
  }

  @Get(':id')
  get(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string) {
    return this.keys.get(ctx, id);
  }

  @Delete(':id')
  @HttpCode(204)
  revoke(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string) {
    return this.keys.revoke(ctx, id);
  }
}
