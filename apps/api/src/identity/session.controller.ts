import { Body, Controller, Delete, Get, HttpCode, Post, Put, Req, Res } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public, RequestedBy, type Requester, UnauthenticatedProblem, RateLimit } from '../platform/index.js';
import { FactorChoiceDto, SecondFactorDto } from './factors/factors.dto.js';
import { ChooseClinicDto, ClinicChoicesDto, SecondFactorWantedDto, SessionDto, SignInDto } from './session.dto.js';
import { SESSION_COOKIE } from './session-tokens.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';

/** Public by declaration because there may be no clinic yet: each route checks the cookie itself. */
@Controller('session')
export class SessionController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly signIns: SignInService,
  ) {}

  @Post()
  @Public()
  @ApiExtraModels(SessionDto, ClinicChoicesDto, SecondFactorWantedDto)
  @ApiOkResponse({ schema: { oneOf: [SessionDto, ClinicChoicesDto, SecondFactorWantedDto].map((dto) => ({ $ref: getSchemaPath(dto) })) } })
  @RateLimit('credentials')
  @HttpCode(200)
  signIn(@Body() dto: SignInDto, @RequestedBy() requester: Requester, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.signIns.signIn(dto, requester, reply);
  }

  /** Ends a sign-in that was answered with `secondFactor`. After five wrong ones the password comes first again. */
  @Post('second-factor')
  @Public()
  @ApiOkResponse({ schema: { oneOf: [SessionDto, ClinicChoicesDto].map((dto) => ({ $ref: getSchemaPath(dto) })) } })
  @RateLimit('credentials')
  @HttpCode(200)
  secondFactor(@Body() dto: SecondFactorDto, @RequestedBy() requester: Requester, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.signIns.secondFactor(dto, requester, reply);
  }

  /** A new challenge for a passkey, where the one of the sign-in was answered or is too old. */
  @Post('second-factor/options')
  @Public()
  @RateLimit('credentials')
  @HttpCode(200)
  choice(@RequestedBy() requester: Requester): Promise<FactorChoiceDto> {
    return this.signIns.choice(requester);
  }

  @Get()
  @Public()
  async me(@Req() request: FastifyRequest) {
    const session = await this.current(request, false);
    return this.sessions.describe(session);
  }

  @Put('clinic')
  @Public()
  async choose(@Body() dto: ChooseClinicDto, @Req() request: FastifyRequest, @RequestedBy() requester: Requester) {
    const session = await this.current(request, true);
    return this.sessions.choose(request.cookies[SESSION_COOKIE] ?? '', session, dto.clinicId, requester);
  }

  @Delete()
  @Public()
  @HttpCode(204)
  async signOut(
    @Req() request: FastifyRequest,
    @RequestedBy() requester: Requester,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const token = request.cookies[SESSION_COOKIE];
    if (token) await this.sessions.close(token, requester, reply);
  }

  private async current(request: FastifyRequest, extend: boolean) {
    const token = request.cookies[SESSION_COOKIE];
    const session = token ? await this.sessions.byToken(token, extend) : undefined;
    if (!session) throw new UnauthenticatedProblem();
    return session;
  }
}
