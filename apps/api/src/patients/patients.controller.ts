import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { Allow, ApiPage, Context, type Ctx, IfMatch, type IfMatchValue, PageQuery } from '../platform/index.js';
import { ConsentsService } from './consents.service.js';
import { ConsentDto, CreatePatientDto, PatientsQuery, PatientSummaryDto, RecordConsentDto, UpdatePatientDto } from './patients.dto.js';
import { PatientRecords } from './patient-records.js';
import { PatientsService } from './patients.service.js';

@Controller('patients')
export class PatientsController {
  constructor(
    private readonly patients: PatientsService,
    private readonly records: PatientRecords,
    private readonly consents: ConsentsService,
  ) {}

  @Post()
  @Allow('patient:write')
  create(@Context() ctx: Ctx, @Body() dto: CreatePatientDto) {
    return this.patients.create(ctx, dto);
  }

  @Get()
  @Allow('patient:read')
  @ApiPage(PatientSummaryDto)
  list(@Context() ctx: Ctx, @Query() query: PatientsQuery) {
    return this.records.list(ctx, query);
  }

  @Get(':id')
  @Allow('patient:read')
  get(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string) {
    return this.patients.get(ctx, id);
  }

  @Patch(':id')
  @Allow('patient:write')
  update(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @Body() dto: UpdatePatientDto, @IfMatch() ifMatch: IfMatchValue) {
    return this.patients.update(ctx, id, dto, ifMatch);
  }

  @Get(':id/contact-consents')
  @Allow('patient:read')
  @ApiPage(ConsentDto)
  consentHistory(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @Query() query: PageQuery) {
    return this.consents.history(ctx, id, query);
  }

  @Post(':id/contact-consents')
  @Allow('patient:write')
  recordConsent(@Context() ctx: Ctx, @Param('id', ParseUUIDPipe) id: string, @Body() dto: RecordConsentDto) {
    return this.consents.record(ctx, id, dto);
  }
}
