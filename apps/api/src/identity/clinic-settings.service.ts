import { Injectable } from '@nestjs/common';
import {
  assertSteppedUp,
  assertVersion,
  Audit,
  type Ctx,
  Db,
  type IfMatchValue,
  NOT_PERSONAL,
  phoneColumns,
  type TxCtx,
} from '../platform/index.js';
import { Clinic } from './clinic.entity.js';
import type { ClinicDto, UpdateClinicDto } from './clinics.dto.js';
import { ClinicsService } from './clinics.service.js';
import { keepMembersAs } from './member-followers.js';
import { assertRegion, changedFacts, PlaceChanges } from './place-changes.js';
import { takeClinic, takePlaces } from './place-locks.js';
import { RightsRefusedError } from './rights.service.js';

// In all of it, or not at all: another place in the same zone or province was never where the clinic was. What a location does not
// say of itself is the clinic's.
const GO_ALONG = `UPDATE location SET time_zone = $1, country = $2, region = $3
  WHERE time_zone = $4 AND coalesce(country, $5) = $5 AND coalesce(region, $6) = $6`;

/** What a clinic says of itself, and where it is, as long as it can be corrected. */
@Injectable()
export class ClinicSettingsService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly clinics: ClinicsService,
    private readonly places: PlaceChanges,
  ) {}

  async update(ctx: Ctx, id: string, dto: UpdateClinicDto, ifMatch: IfMatchValue): Promise<ClinicDto> {
    return this.db.tx(ctx, async (ctx) => {
      await keepMembersAs(ctx, 'clinic:manage');
      takeClinic(ctx);
      const current = await this.clinics.get(ctx, id);
      assertVersion(ctx, ifMatch, { current, readBy: 'clinic:read', shows: NOT_PERSONAL });
      if (dto.secondFactorRoles) await this.assertMayDemandFactors(ctx);
      await this.relocate(ctx, current, dto);
      const change = { ...dto, ...phoneColumns(dto), version: current.version + 1 };
      await ctx.tx.getRepository(Clinic).update({ clinicId: ctx.clinicId, id }, change);
      await this.audit.add(ctx, { what: 'clinic', action: 'update', entityId: id });
      return this.clinics.get(ctx, id);
    });
  }

  /** Whoever could switch a factor off by a stolen session would need none. The members are kept: who is an owner here stays one. */
  private async assertMayDemandFactors(ctx: TxCtx): Promise<void> {
    const sql = "SELECT 1 FROM membership WHERE user_id::text = $1 AND active AND 'owner' = ANY (roles)";
    const owner = ctx.actor.type === 'user' && (await ctx.tx.query<unknown[]>(sql, [ctx.actor.id])).length > 0;
    if (!owner) throw new RightsRefusedError('ownerOnly');
    assertSteppedUp(ctx);
  }

  /** Locations that were where the clinic was go with it. @throws PlaceInUseError, InvalidProblem */
  private async relocate(ctx: TxCtx, current: ClinicDto, dto: UpdateClinicDto): Promise<void> {
    const facts = changedFacts(current, dto);
    if (facts.length === 0) return;
    const { timeZone, country, region } = { ...current, ...dto };
    assertRegion(country, region);
    // Whoever is writing something at a location holds it: waited for, so that it is counted.
    takePlaces(ctx);
    await this.places.assertFree(ctx, facts);
    await ctx.tx.query(GO_ALONG, [timeZone, country, region, current.timeZone, current.country, current.region]);
    await this.places.assertSound(ctx, facts);
    await this.places.followZone(ctx, current.timeZone, timeZone);
  }
}
