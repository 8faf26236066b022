import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiPage, Allow, ByPerson, Context, type Ctx, type IfMatchValue, OptionalIfMatch } from '../../platform/index.js';
import { ChartAccessDto, ChartAccessQuery, OpenChartDto, ReviewChartAccessDto } from './chart-access.dto.js';
import { ChartAccessService } from './chart-access.service.js';
import { ChartReviews } from './chart-reviews.js';

@Controller()
export class ChartAccessController {
  constructor(
    private readonly access: ChartAccessService,
    private readonly reviews: ChartReviews,
  ) {}

  @Post('patients/:id/chart-access')
  @Allow('chart:read')
  @ByPerson()
  open(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @Body() dto: OpenChartDto) {
    return this.access.open(ctx, id, dto);
  }

  @Get('chart-access')
  @Allow('audit:read')
  @ApiPage(ChartAccessDto)
  list(@Context() ctx: Ctx, @Query() query: ChartAccessQuery) {
    return this.reviews.list(ctx, query);
  }

  @Get('chart-access/:id')
  @Allow('audit:read')
  get(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string) {
    return this.reviews.get(ctx, id);
  }

  @Post('chart-access/:id/review')
  @HttpCode(200)
  @Allow('audit:read')
  @ByPerson()
  review(
    @Context() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @OptionalIfMatch() ifMatch: IfMatchValue,
    @Body() dto: ReviewChartAccessDto,
  ) {
    return this.reviews.review(ctx, id, dto, ifMatch);
  }

  @Post('chart-access/:id/end')
  @HttpCode(200)
  @Allow('audit:read')
  @ByPerson()
  end(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @OptionalIfMatch() ifMatch: IfMatchValue) {
    return this.reviews.end(ctx, id, ifMatch);
  }
}
