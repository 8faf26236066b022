import { Controller, Get, Query } from '@nestjs/common';
import { Allow, ApiPage, Context, type Ctx } from '../platform/index.js';
import { PaymentRecords } from './payment-records.js';
import { ListedPaymentDto, PaymentsQuery } from './payments.dto.js';

@Controller('payments')
export class PaymentsController {
  constructor(private readonly payments: PaymentRecords) {}

  /** The newest first. */
  @Get()
  @Allow('invoice:read')
  @ApiPage(ListedPaymentDto)
  list(@Context() ctx: Ctx, @Query() query: PaymentsQuery) {
    return this.payments.list(ctx, query);
  }
}
