import { Controller, Get, Query } from '@nestjs/common';
import { Allow, Context, type Ctx } from '../platform/index.js';
import { SearchQueryDto } from './search.dto.js';
import { SearchService } from './search.service.js';

@Controller('search')
export class SearchController {
  constructor(private readonly search: SearchService) {}

  /** One box for all that the caller may read. */
  @Get()
  @Allow('patient:read', 'appointment:read', 'invoice:read')
  find(@Context() ctx: Ctx, @Query() query: SearchQueryDto) {
    return this.search.find(ctx, query);
  }
}
