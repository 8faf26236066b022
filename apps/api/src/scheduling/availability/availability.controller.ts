import { Controller, Get, Query } from '@nestjs/common';
import { Allow, Context, type Ctx } from '../../platform/index.js';
import { AvailabilityQuery } from './availability.dto.js';
import { AvailabilityService } from './availability.service.js';

@Controller('availability')
export class AvailabilityController {
  constructor(private readonly availability: AvailabilityService) {}

  @Get()
  @Allow('appointment:read')
  find(@Context() ctx: Ctx, @Query() query: AvailabilityQuery) {
    return this.availability.find(ctx, query);
  }
}
