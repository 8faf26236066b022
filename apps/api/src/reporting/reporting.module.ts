import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { AuditService } from './audit.service.js';
import { SearchController } from './search.controller.js';
import { SearchService } from './search.service.js';

/** Only reads: who did what, the search over everything, and later the clinic's figures. Owns no table, emits nothing, listens to nothing. */
@Module({ controllers: [AuditController, SearchController], providers: [AuditService, SearchService] })
export class ReportingModule {}
