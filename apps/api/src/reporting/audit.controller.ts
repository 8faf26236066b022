import { Controller, Get, Query } from '@nestjs/common';
import { Allow, ApiPage, Context, type Ctx } from '../platform/index.js';
import { AuditEntryDto, AuditQuery } from './audit.dto.js';
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
}
