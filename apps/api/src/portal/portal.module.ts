import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/index.js';
import { PublicEmailsController } from './public-emails.controller.js';
import { PublicLinksController } from './public-links.controller.js';
import { PublicLinksService } from './public-links.service.js';

/**
 * Roof. Owns every `/public/*` route and no table: what the holder of a link sees and asks for is said and done by the module that has
 * put its kind into LinkKinds.
 */
@Module({
  imports: [IdentityModule],
  controllers: [PublicEmailsController, PublicLinksController],
  providers: [PublicLinksService],
})
export class PortalModule {}
