import { PERMISSIONS } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { ClinicSettingsService, ClinicsService, LocationsService } from '@keel/api/identity';
import { type Ctx, Db, newId, NOT_PERSONAL } from '@keel/api/platform';
import { DEMO_ZONE } from './demo-folk.js';
import { NO_REPLY } from './demo-invitations.js';
import { DEMO_SIGN_IN, DEMO_SLUG } from './sign-in.js';

/** The clinic itself, signed up as anybody's; the one of a killed start is found and kept. */
@Injectable()
export class DemoSignUp {
  constructor(
    private readonly db: Db,
    private readonly clinics: ClinicsService,
    private readonly settings: ClinicSettingsService,
    private readonly locations: LocationsService,
  ) {}

  async clinic(): Promise<Ctx> {
    const [known] = await this.db.definerFunction<{ id: string }>('clinic_by_slug', [DEMO_SLUG]);
    const id = known?.id ?? (await this.signUp());
    const [owner] = await this.db.read<{ userId: string }>(
      owned(id, newId()),
      NOT_PERSONAL,
      `SELECT user_id AS "userId" FROM membership WHERE 'owner' = ANY (roles) ORDER BY created_at LIMIT 1`,
    );
    // Nobody reads the mailbox of an example.
    if (owner) await this.clinics.vouchFor(owner.userId);
    return owned(id, owner?.userId ?? newId());
  }

  private async signUp(): Promise<string> {
    const owner = { ...DEMO_SIGN_IN, firstName: 'Nora', lastName: 'Pine' };
    const clinic = {
      name: 'Northpine Clinic',
      slug: DEMO_SLUG,
      timeZone: DEMO_ZONE,
      country: 'CA',
      region: 'ON',
      currency: 'CAD',
      locale: 'en',
    } as const;
    const { id, version } = await this.clinics.signUp(
      { ...clinic, owner },
      { requestId: newId(), ip: '127.0.0.1', userAgent: 'demo' },
      NO_REPLY,
    );
    const ctx = owned(id, newId());
    const taxNumbers = { 'GST/HST': '123456789 RT0001' };
    await this.settings.update(ctx, id, { phone: '613 555 0190', email: 'desk@keel.example', taxNumbers }, version);
    const place = await this.locations.default(ctx);
    await this.locations.update(ctx, place.id, { addressLine1: '12 Pine Street', city: 'Ottawa', postalCode: 'K1A 0B1' }, place.version);
    return id;
  }
}

function owned(clinicId: string, userId: string): Ctx {
  return { clinicId, actor: { type: 'user', id: userId }, permissions: new Set(PERMISSIONS), steppedUp: true, requestId: newId() };
}
