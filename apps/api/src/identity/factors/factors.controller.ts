import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
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
import { renewCookie } from '../session-tokens.js';
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
  async confirm(
    @Context() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: ConfirmFactorDto,
    @RequestedBy() requester: Requester,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ConfirmedFactorDto> {
    const { renewed, ...confirmed } = await this.factors.confirm(ctx, id, dto, requester);
    if (renewed) renewCookie(reply, renewed);
    return confirmed;
  }

  @Delete(':id')
  @NeedsStepUp()
  @HttpCode(204)
  remove(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @RequestedBy() requester: Requester): Promise<void> {
    return this.factors.remove(ctx, id, requester);
  }
}
