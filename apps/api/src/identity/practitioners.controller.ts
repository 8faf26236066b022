import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { Allow, ApiPage, ByPerson, Context, type Ctx, IfMatch, type IfMatchValue, PageQuery } from '../platform/index.js';
import { AddPractitionerDto, PractitionerDto, UpdatePractitionerDto } from './practitioners.dto.js';
import { PractitionersService } from './practitioners.service.js';

@Controller('practitioners')
export class PractitionersController {
  constructor(private readonly practitioners: PractitionersService) {}

  @Post()
  @Allow('staff:manage')
  add(@Context() ctx: Ctx, @Body() dto: AddPractitionerDto) {
    return this.practitioners.add(ctx, dto);
  }

  @Get()
  @Allow('staff:read')
  @ApiPage(PractitionerDto)
  list(@Context() ctx: Ctx, @Query() query: PageQuery) {
    return this.practitioners.list(ctx, query);
  }

  @Get(':id')
  @Allow('staff:read')
  get(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string) {
    return this.practitioners.get(ctx, id);
  }

  /** Sends a new invitation to a practitioner who has not joined yet; the older link stops working. */
  @Post(':id/invite')
  @Allow('staff:manage')
  @ByPerson()
  @HttpCode(200)
  invite(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string) {
    return this.practitioners.invite(ctx, id);
  }

  @Patch(':id')
  @Allow('staff:manage')
  update(
    @Context() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: UpdatePractitionerDto,
    @IfMatch() ifMatch: IfMatchValue,
  ) {
    return this.practitioners.update(ctx, id, dto, ifMatch);
  }
}
