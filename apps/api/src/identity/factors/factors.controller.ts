import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import {
  Allow,
  Context,
  type Ctx,
  NeedsStepUp,
  OpenBeforeEnrolment,
  RateLimit,
  RequestedBy,
  type Requester,
} from '../../platform/index.js';
import { BeginFactorDto, BegunFactorDto, ConfirmedFactorDto, ConfirmFactorDto, FactorsDto } from './factors.dto.js';
import { FactorsService } from './factors.service.js';

/** One's own second factors; the clinic may demand one before it opens anything else. */
@Controller('session/factors')
@Allow()
@OpenBeforeEnrolment()
export class FactorsController {
  constructor(private readonly factors: FactorsService) {}

  @Get()
  list(@Context() ctx: Ctx): Promise<FactorsDto> {
    return this.factors.list(ctx);
  }

  /** Begins a factor, which proves nothing until it is confirmed; or makes new recovery codes, which end the old ones. */
  @Post()
  @NeedsStepUp()
  @RateLimit('credentials')
  begin(@Context() ctx: Ctx, @Body() dto: BeginFactorDto, @RequestedBy() requester: Requester): Promise<BegunFactorDto> {
    return this.factors.begin(ctx, dto.kind, requester);
  }

  @Post(':id/confirm')
  @NeedsStepUp()
  @RateLimit('credentials')
  @HttpCode(200)
  confirm(
    @Context() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: ConfirmFactorDto,
    @RequestedBy() requester: Requester,
  ): Promise<ConfirmedFactorDto> {
    return this.factors.confirm(ctx, id, dto, requester);
  }

  @Delete(':id')
  @NeedsStepUp()
  @HttpCode(204)
  remove(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @RequestedBy() requester: Requester): Promise<void> {
    return this.factors.remove(ctx, id, requester);
  }
}
