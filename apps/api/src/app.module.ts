import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { BillingModule } from './billing/index.js';
import { ClinicalModule } from './clinical/index.js';
import { IdentityModule } from './identity/index.js';
import { MessagingModule } from './messaging/index.js';
import { PatientsModule } from './patients/index.js';
import { AccessGuard, type Config, PlatformModule, RateLimitGuard } from './platform/index.js';
import { PortalModule } from './portal/index.js';
import { ReportingModule } from './reporting/index.js';
import { SchedulingModule } from './scheduling/index.js';
import { ENTITIES } from './schema.js';

/** The map of the house, from the ground up. */
@Module({})
export class AppModule {
  static register(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.register(config, ENTITIES),
        IdentityModule,
        PatientsModule,
        SchedulingModule,
        ClinicalModule,
        BillingModule,
        MessagingModule,
        PortalModule,
        ReportingModule,
      ],
      // In this order: who it is, then how much they may ask.
      providers: [
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_GUARD, useClass: RateLimitGuard },
      ],
    };
  }
}
