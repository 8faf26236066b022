import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  Allow,
  ApiPage,
  Context,
  type Ctx,
  NeedsStepUp,
  OpenBeforeEnrolment,
  PageQuery,
  RateLimit,
  RequestedBy,
  type Requester,
} from '../platform/index.js';
import { Devices } from './devices.js';
import { ChangePasswordDto, StepUpChoiceDto, StepUpDto } from './own-account.dto.js';
import { OwnAccountService } from './own-account.service.js';
import { personOf } from './person.js';
import { OwnSessionDto } from './session.dto.js';
import { renewCookie } from './session-tokens.js';
import { SessionsService } from './sessions.service.js';

/** What every signed-in person may do with their own account, whatever their role. */
@Controller()
@Allow()
export class OwnAccountController {
  constructor(
    private readonly account: OwnAccountService,
    private readonly sessions: SessionsService,
    private readonly devices: Devices,
  ) {}

  /** Shows once more who sits there; for ten minutes the session, under a new cookie, then opens what asks for it. */
  @Post('session/step-up')
  @OpenBeforeEnrolment()
  @RateLimit('credentials')
  @HttpCode(200)
  async stepUp(
    @Context() ctx: Ctx,
    @Body() dto: StepUpDto,
    @RequestedBy() requester: Requester,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    renewCookie(reply, await this.account.stepUp(ctx, dto, requester));
  }

  /** What steps this session up, with a challenge for a passkey where there is one. */
  @Post('session/step-up/options')
  @OpenBeforeEnrolment()
  @HttpCode(200)
  stepUpChoice(@Context() ctx: Ctx): Promise<StepUpChoiceDto> {
    return this.account.stepUpChoice(ctx);
  }

  /** The person typed or pointed though nothing was asked of the API: the session counts it as use. Send it once a minute at most. */
  @Post('session/activity')
  @OpenBeforeEnrolment()
  @HttpCode(204)
  active(@Context() ctx: Ctx): void {
    personOf(ctx);
  }

  /** Sets a new password; all other sessions end, and this one gets a new cookie. */
  @Put('session/password')
  @RateLimit('credentials')
  @HttpCode(204)
  async changePassword(
    @Context() ctx: Ctx,
    @Body() dto: ChangePasswordDto,
    @RequestedBy() requester: Requester,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const renewed = await this.account.changePassword(ctx, dto, requester);
    renewCookie(reply, renewed);
    await this.devices.remember(renewed, requester, reply);
  }

  /** One's own sessions, the newest first. */
  @Get('sessions')
  @ApiPage(OwnSessionDto)
  list(@Context() ctx: Ctx, @Query() query: PageQuery) {
    personOf(ctx);
    return this.sessions.list(ctx, query);
  }

  /** Signs out everywhere else. */
  @Delete('sessions')
  @NeedsStepUp()
  @HttpCode(204)
  async endOthers(@Context() ctx: Ctx, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    renewCookie(reply, await this.account.endOtherSessions(ctx));
  }

  @Delete('sessions/:id')
  @NeedsStepUp()
  @HttpCode(204)
  end(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.account.endSession(ctx, id);
  }
}
