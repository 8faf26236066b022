import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiPage, Allow, Context, type Ctx, type IfMatchValue, OptionalIfMatch } from '../../platform/index.js';
import { MessageDto, MessagesQuery, ResolveMessageDto } from './messages.dto.js';
import { MessagesService } from './messages.service.js';

@Controller('messages')
export class MessagesController {
  constructor(private readonly messages: MessagesService) {}

  @Get()
  @Allow('message:read')
  @ApiPage(MessageDto)
  list(@Context() ctx: Ctx, @Query() query: MessagesQuery) {
    return this.messages.list(ctx, query);
  }

  /** What staff must look into, for a badge. */
  @Get('attention')
  @Allow('message:read')
  attention(@Context() ctx: Ctx) {
    return this.messages.countAttention(ctx);
  }

  @Get(':id')
  @Allow('message:read')
  get(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string) {
    return this.messages.get(ctx, id);
  }

  @Post(':id/resolve')
  @HttpCode(200)
  @Allow('message:send')
  resolve(
    @Context() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: ResolveMessageDto,
    @OptionalIfMatch() ifMatch: IfMatchValue,
  ) {
    return this.messages.resolve(ctx, id, dto, ifMatch);
  }
}
