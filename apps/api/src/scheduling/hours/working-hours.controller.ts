import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Put, Query } from '@nestjs/common';
import { ApiPage, Allow, Context, type Ctx, type IfMatchValue, OptionalIfMatch } from '../../platform/index.js';
import { SetWorkingHoursDto, WorkingHoursDto, WorkingHoursQuery } from './working-hours.dto.js';
import { WorkingHoursService } from './working-hours.service.js';

@Controller()
export class WorkingHoursController {
  constructor(private readonly hours: WorkingHoursService) {}

  /** New hours from a day on need no If-Match; replacing those that begin on the same day does. */
  @Put('practitioners/:id/working-hours')
  @Allow('schedule:manage')
  set(
    @Context() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: SetWorkingHoursDto,
    @OptionalIfMatch() ifMatch: IfMatchValue,
  ) {
    return this.hours.set(ctx, id, dto, ifMatch);
  }

  @Get('practitioners/:id/working-hours')
  @Allow('appointment:read')
  @ApiPage(WorkingHoursDto)
  ofPractitioner(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string) {
    return this.hours.ofPractitioner(ctx, id);
  }

  @Get('working-hours')
  @Allow('appointment:read')
  @ApiPage(WorkingHoursDto)
  list(@Context() ctx: Ctx, @Query() query: WorkingHoursQuery) {
    return this.hours.list(ctx, query.practitionerId);
  }

  @Get('working-hours/:id')
  @Allow('appointment:read')
  get(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string) {
    return this.hours.get(ctx, id);
  }

  @Delete('working-hours/:id')
  @HttpCode(204)
  @Allow('schedule:manage')
  remove(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @OptionalIfMatch() ifMatch: IfMatchValue) {
    return this.hours.remove(ctx, id, ifMatch);
  }
}
