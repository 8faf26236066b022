import { Body, Controller, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config, Public, RequestedBy, type Requester, RateLimit } from '../platform/index.js';
import { AcceptInvitationDto } from './invitations.dto.js';
import { InvitationsService } from './invitations.service.js';
import { assertOwnOrigin } from './origin.js';

@Controller('invitations')
export class InvitationsController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly config: Config,
  ) {}

  @Post(':token/accept')
  @Public()
  @RateLimit('credentials')
  @HttpCode(200)
  accept(
    @Param('token') token: string,
    @Body() dto: AcceptInvitationDto,
    @RequestedBy() requester: Requester,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    assertOwnOrigin(request, this.config);
    return this.invitations.accept(token, dto, requester, reply);
  }
}
