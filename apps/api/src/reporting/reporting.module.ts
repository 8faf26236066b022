import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { AuditService } from './audit.service.js';

/** Only reads: who did what, and later the clinic's figures. Owns no table, emits nothing, listens to nothing. */
@Module({ controllers: [AuditController], providers: [AuditService] })
export class ReportingModule {}
