import { Body, Controller, Get, Param, ParseIntPipe, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { ApiPage, Allow, Context, type Ctx, IfMatch, type IfMatchValue } from '../../platform/index.js';
import { CreateNoteTemplateDto, NoteTemplateDto, UpdateNoteTemplateDto } from './note-templates.dto.js';
import { NoteTemplatesService } from './note-templates.service.js';

@Controller('note-templates')
export class NoteTemplatesController {
  constructor(private readonly templates: NoteTemplatesService) {}

  @Get()
  @Allow('chart:read', 'note:write', 'note-template:manage')
  @ApiPage(NoteTemplateDto)
  list(@Context() ctx: Ctx) {
    return this.templates.list(ctx);
  }

  @Post()
  @Allow('note-template:manage')
  create(@Context() ctx: Ctx, @Body() dto: CreateNoteTemplateDto) {
    return this.templates.create(ctx, dto);
  }

  @Get(':id')
  @Allow('chart:read', 'note:write', 'note-template:manage')
  get(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string) {
    return this.templates.get(ctx, id);
  }

  @Get(':id/versions/:number')
  @Allow('chart:read', 'note:write', 'note-template:manage')
  version(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @Param('number', ParseIntPipe) number: number) {
    return this.templates.version(ctx, id, number);
  }

  @Put(':id')
  @Allow('note-template:manage')
  update(
    @Context() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: UpdateNoteTemplateDto,
    @IfMatch() ifMatch: IfMatchValue,
  ) {
    return this.templates.update(ctx, id, dto, ifMatch);
  }
}
