import { Controller, Get, Query } from '@nestjs/common';
import { Allow, ApiPage, Context, type Ctx, PageQuery } from '../platform/index.js';
import { LedgerService } from './ledger.service.js';
import { LedgerAccountDto, JournalEntryDto } from './ledger.dto.js';

@Controller('ledger')
@Allow('ledger:read')
export class LedgerController {
  constructor(private readonly ledger: LedgerService) {}

  @Get('accounts')
  @ApiPage(LedgerAccountDto)
  accounts(@Context() ctx: Ctx) {
    return this.ledger.accounts(ctx);
  }

  @Get('entries')
  @ApiPage(JournalEntryDto)
  entries(@Context() ctx: Ctx, @Query() query: PageQuery) {
    return this.ledger.entries(ctx, query);
  }
}
