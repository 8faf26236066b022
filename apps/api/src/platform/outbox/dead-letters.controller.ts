import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import type { Ctx } from '../context/ctx.js';
import { Allow, Context } from '../context/decorators.js';
import { ApiPage } from '../http/api-page.js';
import { PageQuery } from '../http/page-query.dto.js';
import { DeadLetters } from './dead-letters.service.js';
import { DeadLetterDto } from './dead-letters.dto.js';

@Controller('dead-letters')
@Allow('dead-letter:manage')
export class DeadLettersController {
  constructor(private readonly deadLetters: DeadLetters) {}

  @Get()
  @ApiPage(DeadLetterDto)
  list(@Context() ctx: Ctx, @Query() query: PageQuery) {
    return this.deadLetters.list(ctx, query);
  }

  @Get(':id')
  get(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string) {
    return this.deadLetters.get(ctx, id);
  }

  @Post(':id/replay')
  @HttpCode(200)
  replay(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string) {
    return this.deadLetters.replay(ctx, id);
  }
}
