import { Controller, Get, Query } from '@nestjs/common';
import { Allow, Context, type Ctx, PageQuery } from '../platform/index.js';
import { LedgerService } from './ledger.service.js';

@Controller('ledger')
@Allow('ledger:read')
export class LedgerController {
  constructor(private readonly ledger: LedgerService) {}

  @Get('accounts')
  accounts(@Context() ctx: Ctx) {
    return this.ledger.accounts(ctx);
  }

  @Get('entries')
  entries(@Context() ctx: Ctx, @Query() query: PageQuery) {
    return this.ledger.entries(ctx, query);
  }
}
