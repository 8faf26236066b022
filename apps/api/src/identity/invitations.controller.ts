import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public, RequestedBy, type Requester, RateLimit } from '../platform/index.js';
import { AcceptInvitationDto } from './invitations.dto.js';
import { InvitationAcceptance } from './invitation-acceptance.service.js';

@Controller('invitations')
export class InvitationsController {
  constructor(private readonly acceptance: InvitationAcceptance) {}

  @Post(':token/accept')
  @Public()
  @RateLimit('credentials')
  @HttpCode(200)
  accept(
    @Param('token') token: string,
    @Body() dto: AcceptInvitationDto,
    @RequestedBy() requester: Requester,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.acceptance.accept(token, dto, requester, reply);
  }
}
