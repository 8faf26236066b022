import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { ApiPage, Allow, Context, type Ctx, IfMatch, type IfMatchValue, OptionalIfMatch } from '../../platform/index.js';
import { CreatePhraseDto, PhraseDto, UpdatePhraseDto } from './phrases.dto.js';
import { PhrasesService } from './phrases.service.js';

@Controller('phrases')
export class PhrasesController {
  constructor(private readonly phrases: PhrasesService) {}

  @Get()
  @Allow('note:write', 'note-template:manage')
  @ApiPage(PhraseDto)
  list(@Context() ctx: Ctx) {
    return this.phrases.list(ctx);
  }

  @Post()
  @Allow('note:write', 'note-template:manage')
  create(@Context() ctx: Ctx, @Body() dto: CreatePhraseDto) {
    return this.phrases.create(ctx, dto);
  }

  @Get(':id')
  @Allow('note:write', 'note-template:manage')
  get(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string) {
    return this.phrases.get(ctx, id);
  }

  @Patch(':id')
  @Allow('note:write', 'note-template:manage')
  update(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @Body() dto: UpdatePhraseDto, @IfMatch() ifMatch: IfMatchValue) {
    return this.phrases.update(ctx, id, dto, ifMatch);
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('note:write', 'note-template:manage')
  remove(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @OptionalIfMatch() ifMatch: IfMatchValue) {
    return this.phrases.remove(ctx, id, ifMatch);
  }
}
