import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { ApiPage, Allow, Context, type Ctx, IfMatch, type IfMatchValue, OptionalIfMatch } from '../../platform/index.js';
import { AppointmentDays } from './appointment-days.js';
import { AppointmentRecords } from './appointment-records.js';
import {
  AppointmentDaysQuery,
  AppointmentDto,
  AppointmentsQuery,
  BookAppointmentDto,
  MoveAppointmentDto,
  NearestAppointmentsQuery,
  RestoreAppointmentDto,
} from './appointments.dto.js';
import { AppointmentBooking } from './appointment-booking.js';
import { NearestAppointments } from './nearest-appointments.js';

@Controller('appointments')
export class AppointmentsController {
  constructor(
    private readonly records: AppointmentRecords,
    private readonly desk: AppointmentBooking,
    private readonly days: AppointmentDays,
    private readonly nearest: NearestAppointments,
  ) {}

  @Post()
  @Allow('appointment:book')
  book(@Context() ctx: Ctx, @Body() dto: BookAppointmentDto) {
    return this.desk.book(ctx, dto);
  }

  @Get()
  @Allow('appointment:read')
  @ApiPage(AppointmentDto)
  list(@Context() ctx: Ctx, @Query() query: AppointmentsQuery) {
    return this.records.list(ctx, query);
  }

  @Get('days')
  @Allow('appointment:read')
  listDays(@Context() ctx: Ctx, @Query() query: AppointmentDaysQuery) {
    return this.days.list(ctx, query);
  }

  /** How many appointments the clinic changed whose patients are still to be told, for a badge; `GET /appointments?untold=true` lists their appointments. */
  @Get('untold')
  @Allow('appointment:read')
  countUntold(@Context() ctx: Ctx) {
    return this.records.countUntold(ctx);
  }

  @Get('nearest')
  @Allow('appointment:read')
  listNearest(@Context() ctx: Ctx, @Query() query: NearestAppointmentsQuery) {
    return this.nearest.list(ctx, query);
  }

  @Get(':id')
  @Allow('appointment:read')
  get(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string) {
    return this.records.get(ctx, id);
  }

  @Patch(':id')
  @Allow('appointment:book')
  move(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @Body() dto: MoveAppointmentDto, @IfMatch() ifMatch: IfMatchValue) {
    return this.desk.move(ctx, id, dto, ifMatch);
  }

  /** Takes back a cancellation, a no-show or that somebody left unseen: the appointment is as it was, while its time is free. */
  @Post(':id/restore')
  @HttpCode(200)
  @Allow('appointment:manage')
  // Who says nothing need not send anything, as before there was something to say.
  @ApiBody({ type: RestoreAppointmentDto, required: false })
  restore(
    @Context() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: RestoreAppointmentDto = {},
    @OptionalIfMatch() ifMatch: IfMatchValue,
  ) {
    return this.desk.restore(ctx, id, dto, ifMatch);
  }
}
