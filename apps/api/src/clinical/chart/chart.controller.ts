import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { Allow, Context, type Ctx } from '../../platform/index.js';
import { ChartService } from './chart.service.js';

@Controller('patients')
export class ChartController {
  constructor(private readonly charts: ChartService) {}

  @Get(':id/chart')
  @Allow('chart:read')
  get(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string) {
    return this.charts.get(ctx, id);
  }
}
