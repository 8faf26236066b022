import type { Country, StatedLocale } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import { ClinicsService, StaffService } from '../../identity/index.js';
import { Config, type Ctx, Db, NOT_PERSONAL } from '../../platform/index.js';

export interface ChartNotice {
  email: string;
  firstName: string;
  clinicName: string;
  locale: StatedLocale;
  /** The clinic's. */
  country: Country;
  url: string;
  /** Who opened a chart. */
  who: string;
  at: Date;
  timeZone: string;
}

/** What the privacy owners are told of an opening: who and when, never whose chart; that is behind the sign-in. */
@Injectable()
export class ChartNotices {
  constructor(
    private readonly db: Db,
    private readonly staff: StaffService,
    private readonly clinics: ClinicsService,
    private readonly config: Config,
  ) {}

  /** The logins of whom to tell. */
  async readers(ctx: Ctx, openedBy: string): Promise<string[]> {
    return this.staff.privacyOwners(ctx, openedBy);
  }

  /** Undefined where the opening, or the reader's membership, is not there any more. */
  async mail(ctx: Ctx, chartAccessId: string, reader: string): Promise<ChartNotice | undefined> {
    const sql = `SELECT m.display_name AS who, a.given_at AS at
      FROM chart_access a JOIN member_card m ON m.clinic_id = a.clinic_id AND m.user_id = a.user_id WHERE a.id = $1`;
    const [opening] = await this.db.read<{ who: string; at: Date }>(ctx, NOT_PERSONAL, sql, [chartAccessId]);
    const address = await this.staff.addressOf(ctx, reader);
    if (!opening || !address) return undefined;
    const { name, locale, country, timeZone } = await this.clinics.get(ctx);
    return { ...opening, ...address, clinicName: name, locale, country, timeZone, url: `${this.config.publicUrl}/settings/chart-access` };
  }
}
