import { dateIn } from '@keel/calendar';
import { viewOf } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { ClinicsService } from '../identity/index.js';
import {
  type Access,
  assertVersion,
  assertWritable,
  Audit,
  Crypto,
  type Ctx,
  Db,
  type IfMatchValue,
  InvalidProblem,
  newId,
  NotFoundProblem,
  now,
  Outbox,
  phoneColumns,
  sent,
  type TxCtx,
  violatedConstraint,
} from '../platform/index.js';
import { Patient } from './patient.entity.js';
import type { CreatePatientDto, PatientDto, UpdatePatientDto } from './patients.dto.js';
import { DiedBeforeBirthError, ExternalIdTakenError } from './patients.errors.js';
import { PatientChanges } from './patient-changes.js';
import { RECORD } from './patient-records.js';
import { searchKey } from './search-query.js';

type StoredPatient = Omit<PatientDto, 'healthCardNumber'> & { healthCard: Buffer | null };

@Injectable()
export class PatientsService {
  constructor(
    private readonly db: Db,
    private readonly crypto: Crypto,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clinics: ClinicsService,
    private readonly changes: PatientChanges,
  ) {}

  async create(ctx: Ctx, dto: CreatePatientDto): Promise<PatientDto> {
    assertWritable(ctx, 'PatientDto', dto);
    const id = newId();
    const names = { firstName: dto.firstName ?? '', lastName: dto.lastName ?? '' };
    return this.db
      .tx(ctx, async (ctx) => {
        await this.assertNotToCome(ctx, dto);
        const locale = dto.locale ?? (await this.clinics.get(ctx)).locale;
        await ctx.tx
          .getRepository(Patient)
          .insert({ ...(await this.columns(ctx, id, { ...dto, ...names, locale })), clinicId: ctx.clinicId, id });
        await this.outbox.add(ctx, 'patient.created', { patientId: id });
        await this.audit.add(ctx, { what: 'patient.demographics', action: 'create', patientId: id, entityId: id });
        return this.reread(ctx, id);
      })
      .catch((error: unknown) => this.explain(ctx, error, dto.externalId));
  }

  /** @throws NotFoundProblem for another clinic's patient too. */
  async get(ctx: Ctx, id: string): Promise<PatientDto> {
    return this.one(ctx, { what: 'patient.demographics', patient: id }, id);
  }

  async update(ctx: Ctx, id: string, dto: UpdatePatientDto, ifMatch: IfMatchValue): Promise<PatientDto> {
    assertWritable(ctx, 'PatientDto', dto);
    return this.db
      .tx(ctx, async (ctx) => {
        sent(ctx, 'SELECT 1 FROM patient WHERE id = $1 FOR UPDATE', [id]);
        const current = await this.reread(ctx, id);
        assertVersion(ctx, ifMatch, { current, readBy: 'patient:read', shows: { what: 'patient.demographics', patientIds: [id] } });
        await this.assertNotToCome(ctx, dto);
        const { archived, ...fields } = dto;
        const archivedAt = archived === undefined ? {} : { archivedAt: archived ? now(ctx) : null };
        const columns = await this.columns(ctx, id, { ...fields, ...named(current, fields) });
        await ctx.tx
          .getRepository(Patient)
          .update({ clinicId: ctx.clinicId, id }, { ...columns, ...archivedAt, version: current.version + 1 });
        await this.outbox.add(ctx, 'patient.updated', { patientId: id });
        await this.audit.add(ctx, { what: 'patient.demographics', action: 'update', patientId: id, entityId: id });
        const changed = await this.reread(ctx, id);
        await this.changes.changed(ctx, current, changed);
        return changed;
      })
      .catch((error: unknown) => this.explain(ctx, error, dto.externalId));
  }

  /** The record inside a change of it, whose audit row stands for the look. @throws NotFoundProblem */
  private reread(ctx: TxCtx, id: string): Promise<PatientDto> {
    return this.one(ctx, { what: 'patient.demographics', patients: 'id', toChange: true }, id);
  }

  private async one(ctx: Ctx, access: Access, id: string): Promise<PatientDto> {
    const [row] = await this.db.read<StoredPatient>(ctx, access, RECORD, [id]);
    if (!row) throw new NotFoundProblem('patient');
    const { healthCard, ...patient } = row;
    const place = healthCardOf(id);
    return viewOf(
      'PatientDto',
      ctx.permissions,
    )({
      ...patient,
      healthCardNumber: healthCard ? await this.crypto.open(ctx, place, healthCard) : null,
    });
  }

  /** Nobody was born or died tomorrow, by the clinic's own calendar. @throws InvalidProblem */
  private async assertNotToCome(ctx: TxCtx, dto: UpdatePatientDto): Promise<void> {
    if (!dto.dateOfBirth && !dto.deceasedOn) return;
    const { timeZone } = await this.clinics.get(ctx);
    const early = daysToCome(dto, dateIn(timeZone, now(ctx).getTime()));
    if (early.length > 0) throw new InvalidProblem(early.map((name) => ({ pointer: `/${name}`, detail: `${name} is not in the future` })));
  }

  /** Columns for what was sent: the number in E.164, the health card sealed, the search key anew. */
  private async columns(ctx: TxCtx, id: string, dto: Partial<CreatePatientDto>): Promise<Partial<Patient>> {
    const { healthCardNumber, phone, phoneExtension, phoneRemark, emergencyContact, ...plain } = dto;
    const sealed = typeof healthCardNumber === 'string' ? await this.crypto.seal(ctx, healthCardOf(id), healthCardNumber) : null;
    return {
      ...phoneColumns({ phone, phoneExtension, phoneRemark }),
      ...(emergencyContact !== undefined && {
        emergencyContact: emergencyContact && { ...emergencyContact, ...phoneColumns(emergencyContact) },
      }),
      ...Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)),
      ...(healthCardNumber === undefined ? {} : { healthCard: sealed }),
      searchKey: searchKey([dto.firstName, dto.preferredName, dto.lastName], dto.email),
    };
  }

  private async explain(ctx: Ctx, error: unknown, externalId: string | null | undefined): Promise<never> {
    if (violatedConstraint(error) === 'patient_has_a_name') throw nameless();
    if (violatedConstraint(error) === 'patient_died_after_birth') throw new DiedBeforeBirthError();
    if (violatedConstraint(error) !== 'patient_external_id' || !externalId) throw error;
    // The live one first: an archived patient keeps its number too.
    const sql = 'SELECT id FROM patient WHERE external_id = $1 ORDER BY archived_at NULLS FIRST LIMIT 1';
    const [known] = await this.db.read<{ id: string }>(ctx, { what: 'patient.demographics', patients: 'id' }, sql, [externalId]);
    throw new ExternalIdTakenError(known?.id);
  }
}

const healthCardOf = (id: string) => ({ table: 'patient', column: 'health_card', id, patientId: id });

/** Somebody without any name; the database refuses them. */
const nameless = () =>
  new InvalidProblem(
    ['/firstName', '/lastName'].map((pointer) => ({ pointer, detail: 'Give a first name or a last name; one is enough.' })),
  );

function daysToCome(dto: UpdatePatientDto, today: string): string[] {
  return (['dateOfBirth', 'deceasedOn'] as const).filter((name) => (dto[name] ?? '') > today);
}

/** The parts of the search key, new or as they were, so that it is always whole. */
function named(current: PatientDto, sent: Partial<CreatePatientDto>): Partial<CreatePatientDto> {
  const { firstName, lastName, preferredName, email } = { ...current, ...sent };
  return { firstName, lastName, preferredName, email };
}
