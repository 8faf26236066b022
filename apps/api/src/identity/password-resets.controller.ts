import { Body, Controller, HttpCode, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public, RequestedBy, type Requester, RateLimit } from '../platform/index.js';
import { PasswordResetCompletion } from './password-reset-completion.js';
import { CompletePasswordResetDto, RequestPasswordResetDto } from './password-resets.dto.js';
import { PasswordResetsService } from './password-resets.service.js';

@Controller('password-resets')
export class PasswordResetsController {
  constructor(
    private readonly resets: PasswordResetsService,
    private readonly completion: PasswordResetCompletion,
  ) {}

  /** 202 whether or not the address is known: a link is on its way if it is. */
  @Post()
  @Public()
  @RateLimit('credentials')
  @HttpCode(202)
  ask(@Body() dto: RequestPasswordResetDto, @RequestedBy() requester: Requester): Promise<void> {
    return this.resets.ask(dto, requester);
  }

  /** Sets the password, signs the person out everywhere, and stops keys and invitations of theirs; they sign in with the new one. */
  @Post(':token/complete')
  @Public()
  @RateLimit('credentials')
  @HttpCode(204)
  complete(
    @Param('token') token: string,
    @Body() dto: CompletePasswordResetDto,
    @RequestedBy() requester: Requester,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    return this.completion.complete(token, dto, requester, reply);
  }
}
