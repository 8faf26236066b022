import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import {
  Allow,
  ApiPage,
  ByPerson,
  Context,
  type Ctx,
  IfMatch,
  type IfMatchValue,
  NeedsStepUp,
  PageQuery,
  RequestedBy,
  type Requester,
} from '../platform/index.js';
import { SignInResets } from './sign-in-resets.service.js';
import { InviteStaffDto, StaffDto, UpdateStaffDto } from './staff.dto.js';
import { StaffService } from './staff.service.js';

@Controller('staff')
export class StaffController {
  constructor(
    private readonly staff: StaffService,
    private readonly resets: SignInResets,
  ) {}

  @Post()
  @Allow('staff:manage')
  @ByPerson()
  invite(@Context() ctx: Ctx, @Body() dto: InviteStaffDto) {
    return this.staff.invite(ctx, dto);
  }

  @Get()
  @Allow('staff:read')
  @ApiPage(StaffDto)
  list(@Context() ctx: Ctx, @Query() query: PageQuery) {
    return this.staff.list(ctx, query);
  }

  @Get(':id')
  @Allow('staff:read')
  get(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string) {
    return this.staff.get(ctx, id);
  }

  @Patch(':id')
  @Allow('staff:manage')
  @ByPerson()
  update(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @Body() dto: UpdateStaffDto, @IfMatch() ifMatch: IfMatchValue) {
    return this.staff.update(ctx, id, dto, ifMatch);
  }

  /** Signs the member out of this clinic everywhere, as where a device was lost; they may sign in again. */
  @Delete(':id/sessions')
  @Allow('staff:manage')
  @ByPerson()
  @NeedsStepUp()
  @HttpCode(204)
  endSessions(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.staff.endSessions(ctx, id);
  }

  /**
   * For a member who has lost their second factors and recovery codes: ends their password, factors, sessions and the
   * invitations they sent, stops their keys until an owner adopts them, and mails them a link for a new password. Owners alone do it, after they have made sure who asks.
   */
  @Post(':id/sign-in-reset')
  @Allow('staff:manage')
  @ByPerson()
  @NeedsStepUp()
  @HttpCode(204)
  resetSignIn(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @RequestedBy() requester: Requester): Promise<void> {
    return this.resets.ofColleague(ctx, id, requester.userAgent);
  }
}
