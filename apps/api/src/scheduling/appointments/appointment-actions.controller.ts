import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Allow, Context, type Ctx, IfMatch, type IfMatchValue, OptionalIfMatch } from '../../platform/index.js';
import { CancelAppointmentDto, ConfirmAppointmentDto } from './appointments.dto.js';
import { AppointmentsService } from './appointments.service.js';
import { PatientNews } from './patient-news.js';
import { AppointmentLinks } from './appointment-links.js';

/** The states of an appointment, by the table in contracts; another version than the one in If-Match, where it is sent, is 412. */
@Controller('appointments/:id')
@Allow('appointment:manage')
export class AppointmentActionsController {
  constructor(
    private readonly appointments: AppointmentsService,
    private readonly links: AppointmentLinks,
    private readonly news: PatientNews,
  ) {}

  @Post('confirm')
  @HttpCode(200)
  confirm(
    @Context() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: ConfirmAppointmentDto,
    @OptionalIfMatch() ifMatch: IfMatchValue,
  ) {
    return this.appointments.confirm(ctx, id, dto, ifMatch);
  }

  @Post('arrive')
  @HttpCode(200)
  arrive(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @OptionalIfMatch() ifMatch: IfMatchValue) {
    return this.appointments.arrive(ctx, id, ifMatch);
  }

  @Post('unarrive')
  @HttpCode(200)
  unarrive(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @OptionalIfMatch() ifMatch: IfMatchValue) {
    return this.appointments.unarrive(ctx, id, ifMatch);
  }

  @Post('start')
  @HttpCode(200)
  start(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @OptionalIfMatch() ifMatch: IfMatchValue) {
    return this.appointments.start(ctx, id, ifMatch);
  }

  @Post('complete')
  @HttpCode(200)
  complete(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @OptionalIfMatch() ifMatch: IfMatchValue) {
    return this.appointments.complete(ctx, id, ifMatch);
  }

  /** A completed appointment is one that has arrived again; its invoice stays as it is. */
  @Post('reopen')
  @HttpCode(200)
  reopen(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @OptionalIfMatch() ifMatch: IfMatchValue) {
    return this.appointments.reopen(ctx, id, ifMatch);
  }

  @Post('cancel')
  @HttpCode(200)
  cancel(
    @Context() ctx: Ctx,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() dto: CancelAppointmentDto,
    @OptionalIfMatch() ifMatch: IfMatchValue,
  ) {
    return this.appointments.cancel(ctx, id, dto, ifMatch);
  }

  @Post('no-show')
  @HttpCode(200)
  noShow(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @OptionalIfMatch() ifMatch: IfMatchValue) {
    return this.appointments.noShow(ctx, id, ifMatch);
  }

  @Post('leave-unseen')
  @HttpCode(200)
  leaveUnseen(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @OptionalIfMatch() ifMatch: IfMatchValue) {
    return this.appointments.leaveUnseen(ctx, id, ifMatch);
  }

  /** Somebody has told the patient what the clinic changed: the appointment as they saw it, so If-Match is needed. */
  @Post('patient-told')
  @HttpCode(200)
  patientTold(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @IfMatch() ifMatch: IfMatchValue) {
    return this.news.told(ctx, id, ifMatch);
  }

  /** They have not, after all; it needs If-Match too. */
  @Post('patient-not-told')
  @HttpCode(200)
  patientNotTold(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @IfMatch() ifMatch: IfMatchValue) {
    return this.news.notTold(ctx, id, ifMatch);
  }

  /** Ends every link to the appointment that was sent out; the appointment stays as it is. */
  @Post('withdraw-links')
  @HttpCode(200)
  withdrawLinks(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string) {
    return this.links.withdraw(ctx, id);
  }
}
