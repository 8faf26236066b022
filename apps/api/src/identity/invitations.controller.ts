import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Public, RequestedBy, type Requester, RateLimit } from '../platform/index.js';
import { AcceptInvitationDto } from './invitations.dto.js';
import { InvitationAcceptance } from './invitation-acceptance.service.js';
import { SecondFactorWantedDto, SessionDto } from './session.dto.js';

@Controller('invitations')
export class InvitationsController {
  constructor(private readonly acceptance: InvitationAcceptance) {}

  @Post(':token/accept')
  @Public()
  @RateLimit('credentials')
  @HttpCode(200)
  @ApiExtraModels(SessionDto, SecondFactorWantedDto)
  @ApiOkResponse({ schema: { oneOf: [SessionDto, SecondFactorWantedDto].map((dto) => ({ $ref: getSchemaPath(dto) })) } })
  accept(
    @Param('token') token: string,
    @Body() dto: AcceptInvitationDto,
    @RequestedBy() requester: Requester,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.acceptance.accept(token, dto, requester, reply);
  }
}
