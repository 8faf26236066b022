import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { Allow, Context, type Ctx, OpenBeforeEnrolment, Public, RateLimit, RequestedBy, type Requester } from '../../platform/index.js';
import { AddressClaims } from './address-claims.service.js';
import { ConfirmAddressDto, CorrectAddressDto, ProveAddressDto } from './address-proofs.dto.js';
import { AddressProofsService } from './address-proofs.service.js';

/** The address of the account that is signed in: whether it is proved, and proving it. */
@Controller('address-proof')
@OpenBeforeEnrolment()
export class AddressProofsController {
  constructor(
    private readonly proofs: AddressProofsService,
    private readonly claims: AddressClaims,
  ) {}

  @Get()
  @Allow()
  state(@Context() ctx: Ctx) {
    return this.proofs.state(ctx);
  }

  @Post()
  @Allow()
  @HttpCode(200)
  prove(@Context() ctx: Ctx, @Body() dto: ProveAddressDto) {
    return this.proofs.prove(ctx, dto.code);
  }

  /** Sends another code, which makes the older one useless. */
  @Post('mail')
  @Allow()
  @HttpCode(202)
  mailAgain(@Context() ctx: Ctx) {
    return this.proofs.mailAgain(ctx);
  }

  /** Corrects an address that was mistyped at sign-up, and sends a code there. A proved one stays. */
  @Put('address')
  @Allow()
  correct(@Context() ctx: Ctx, @Body() dto: CorrectAddressDto) {
    return this.proofs.correct(ctx, dto.email);
  }

  /**
   * By the link in the mail, on whatever device it is read. A browser that is not signed in to the account shows by the password of
   * the sign-up that the account is its own, or makes it so by a new one.
   */
  @Post(':token/confirm')
  @Public()
  @RateLimit('credentials')
  @HttpCode(204)
  confirm(@Param('token') token: string, @Body() dto: ConfirmAddressDto, @RequestedBy() requester: Requester): Promise<void> {
    return this.claims.confirm(token, dto, requester);
  }
}
