import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { PatientsModule } from '../patients/index.js';
import { SchedulingModule } from '../scheduling/index.js';
import { PublicEmailsController } from './public-emails.controller.js';
import { PublicEmailsService } from './public-emails.service.js';
import { PublicLinksController } from './public-links.controller.js';
import { PublicLinksService } from './public-links.service.js';

/** Roof. Owns every `/public/*` route and no table: what the holder of a link asks for is done by the floors below. */
@Module({
  imports: [IdentityModule, PatientsModule, SchedulingModule],
  controllers: [PublicEmailsController, PublicLinksController],
  providers: [PublicEmailsService, PublicLinksService],
})
export class PortalModule {}
