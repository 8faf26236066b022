import { Controller, Get, Query } from '@nestjs/common';
import { Allow, ApiPage, Context, type Ctx } from '../platform/index.js';
import { AuditEntryDto, AuditQuery, AuditVerificationDto, AuditVerificationQuery } from './audit.dto.js';
import { AuditService } from './audit.service.js';

@Controller('audit')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get()
  @Allow('audit:read')
  @ApiPage(AuditEntryDto)
  list(@Context() ctx: Ctx, @Query() query: AuditQuery) {
    return this.audit.list(ctx, query);
  }

  /** Whether the rows are as they were sealed: page by page from the first seal on. */
  @Get('verification')
  @Allow('audit:read')
  verify(@Context() ctx: Ctx, @Query() query: AuditVerificationQuery): Promise<AuditVerificationDto> {
    return this.audit.verify(ctx, query);
  }
}
