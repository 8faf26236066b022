import { Body, Controller, Get, Param, ParseUUIDPipe, Patch } from '@nestjs/common';
import { ApiPage, Allow, Context, type Ctx, IfMatch, type IfMatchValue } from '../../platform/index.js';
import { MessageTemplateDto, UpdateMessageTemplateDto } from './message-templates.dto.js';
import { MessageTemplatesService } from './message-templates.service.js';

@Controller('message-templates')
export class MessageTemplatesController {
  constructor(private readonly templates: MessageTemplatesService) {}

  @Get()
  @Allow('clinic:read')
  @ApiPage(MessageTemplateDto)
  list(@Context() ctx: Ctx) {
    return this.templates.list(ctx);
  }

  @Get(':id')
  @Allow('clinic:read')
  get(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<MessageTemplateDto> {
    return this.templates.get(ctx, id);
  }

  @Patch(':id')
  @Allow('reminder:manage')
  update(
    @Context() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: UpdateMessageTemplateDto,
    @IfMatch() ifMatch: IfMatchValue,
  ): Promise<MessageTemplateDto> {
    return this.templates.update(ctx, id, dto, ifMatch);
  }
}
