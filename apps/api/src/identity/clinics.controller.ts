import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Res, UseGuards } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Allow, Context, type Ctx, IfMatch, type IfMatchValue, Public, RequestedBy, type Requester, RateLimit } from '../platform/index.js';
import { ClinicSettingsService } from './clinic-settings.service.js';
import { SignUpDto, UpdateClinicDto } from './clinics.dto.js';
import { ClinicsService } from './clinics.service.js';
import { SignUpGate } from './sign-up.gate.js';

@Controller('clinics')
export class ClinicsController {
  constructor(
    private readonly clinics: ClinicsService,
    private readonly settings: ClinicSettingsService,
  ) {}

  @Post()
  @Public()
  @RateLimit('credentials')
  @UseGuards(SignUpGate)
  signUp(@Body() dto: SignUpDto, @RequestedBy() requester: Requester, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.clinics.signUp(dto, requester, reply);
  }

  @Get(':id')
  @Allow('clinic:read')
  get(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string) {
    return this.clinics.get(ctx, id);
  }

  @Patch(':id')
  @Allow('clinic:manage')
  update(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @Body() dto: UpdateClinicDto, @IfMatch() ifMatch: IfMatchValue) {
    return this.settings.update(ctx, id, dto, ifMatch);
  }
}
