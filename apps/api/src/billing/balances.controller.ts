import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { Allow, Context, type Ctx } from '../platform/index.js';
import { BalancesService } from './balances.service.js';

@Controller()
export class BalancesController {
  constructor(private readonly balances: BalancesService) {}

  @Get('patients/:id/balance')
  @Allow('invoice:read')
  ofPatient(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string) {
    return this.balances.ofPatient(ctx, id);
  }
}
