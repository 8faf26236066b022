import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { Allow, ApiPage, Context, type Ctx } from '../platform/index.js';
import { ListedPaymentDto, PaymentsQuery } from './accounts.dto.js';
import { AccountsService } from './accounts.service.js';

@Controller()
@Allow('invoice:read')
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  @Get('patients/:id/account')
  ofPatient(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string) {
    return this.accounts.ofPatient(ctx, id);
  }

  /** The newest first. */
  @Get('payments')
  @ApiPage(ListedPaymentDto)
  payments(@Context() ctx: Ctx, @Query() query: PaymentsQuery) {
    return this.accounts.payments(ctx, query);
  }
}
