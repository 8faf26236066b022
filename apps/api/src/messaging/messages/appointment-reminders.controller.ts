import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { Allow, ApiPage, Context, type Ctx } from '../../platform/index.js';
import { ReminderOutlookDto } from './messages.dto.js';
import { ReminderOutlook } from './reminder-outlook.js';

@Controller('appointments')
export class AppointmentRemindersController {
  constructor(private readonly outlook: ReminderOutlook) {}

  /** Which reminders of the appointment go, and why the others do not, as things stand. */
  @Get(':id/reminders')
  @Allow('message:read')
  @ApiPage(ReminderOutlookDto)
  reminders(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string) {
    return this.outlook.of(ctx, id);
  }
}
