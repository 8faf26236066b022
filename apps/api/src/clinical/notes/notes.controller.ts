import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiPage, Allow, Context, type Ctx, IfMatch, type IfMatchValue, OptionalIfMatch } from '../../platform/index.js';
import { DraftsService } from './drafts.service.js';
import { AddAddendumDto, EnterInErrorDto, NoteHeadDto, NotesQuery, NoteVersionDto, SaveDraftDto, StartNoteDto } from './notes.dto.js';
import { NotesService } from './notes.service.js';
import { SigningService } from './signing.service.js';

@Controller('notes')
export class NotesController {
  constructor(
    private readonly notes: NotesService,
    private readonly drafts: DraftsService,
    private readonly signing: SigningService,
  ) {}

  @Post()
  @Allow('note:write')
  start(@Context() ctx: Ctx, @Body() dto: StartNoteDto) {
    return this.drafts.start(ctx, dto);
  }

  @Get()
  @Allow('chart:read')
  @ApiPage(NoteHeadDto)
  list(@Context() ctx: Ctx, @Query() query: NotesQuery) {
    return this.notes.list(ctx, query);
  }

  @Get(':id')
  @Allow('chart:read')
  open(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string) {
    return this.notes.open(ctx, id);
  }

  @Get(':id/versions')
  @Allow('chart:read')
  @ApiPage(NoteVersionDto)
  versions(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string) {
    return this.notes.versions(ctx, id);
  }

  @Put(':id')
  @Allow('note:write')
  replaceDraft(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @Body() dto: SaveDraftDto, @IfMatch() ifMatch: IfMatchValue) {
    return this.drafts.replace(ctx, id, dto, ifMatch);
  }

  @Patch(':id')
  @Allow('note:write')
  changeDraft(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @Body() dto: SaveDraftDto, @IfMatch() ifMatch: IfMatchValue) {
    return this.drafts.change(ctx, id, dto, ifMatch);
  }

  @Post(':id/share')
  @HttpCode(200)
  @Allow('note:write')
  share(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @OptionalIfMatch() ifMatch: IfMatchValue) {
    return this.drafts.share(ctx, id, true, ifMatch);
  }

  @Post(':id/unshare')
  @HttpCode(200)
  @Allow('note:write')
  unshare(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @OptionalIfMatch() ifMatch: IfMatchValue) {
    return this.drafts.share(ctx, id, false, ifMatch);
  }

  @Post(':id/sign')
  @HttpCode(200)
  @Allow('note:sign')
  sign(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @IfMatch() ifMatch: IfMatchValue) {
    return this.signing.sign(ctx, id, ifMatch);
  }

  @Post(':id/addenda')
  @Allow('note:sign')
  amend(
    @Context() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: AddAddendumDto,
    @OptionalIfMatch() ifMatch: IfMatchValue,
  ) {
    return this.signing.amend(ctx, id, dto, ifMatch);
  }

  @Post(':id/entered-in-error')
  @HttpCode(200)
  @Allow('note:sign')
  enterInError(
    @Context() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: EnterInErrorDto,
    @OptionalIfMatch() ifMatch: IfMatchValue,
  ) {
    return this.signing.enterInError(ctx, id, dto, ifMatch);
  }
}
