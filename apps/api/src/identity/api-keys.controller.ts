import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Allow, ApiPage, ByPerson, Context, type Ctx, NeedsStepUp, PageQuery } from '../platform/index.js';
import { ApiKeyDto, CreateApiKeyDto, CreatedApiKeyDto } from './api-keys.dto.js';
import { ApiKeysService } from './api-keys.service.js';

@Controller('api-keys')
@Allow('api-key:manage')
export class ApiKeysController {
  constructor(private readonly keys: ApiKeysService) {}

  @Post()
  @ByPerson()
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

  /**
   * Makes the key the caller's own, for when its maker leaves: it goes on, with those of its scopes that the caller has, by a new
   * secret, which the program is given instead of the former one.
   */
  @Post(':id/adopt')
  @ByPerson()
  @NeedsStepUp()
  @HttpCode(200)
  adopt(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<CreatedApiKeyDto> {
    return this.keys.adopt(ctx, id);
  }

  @Delete(':id')
  @HttpCode(204)
  revoke(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string) {
    return this.keys.revoke(ctx, id);
  }
}
