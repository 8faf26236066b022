import { Injectable } from '@nestjs/common';
import { Audit, type Ctx, Db, LinkTokens } from '../../platform/index.js';
import { AppointmentRecords } from './appointment-records.js';
import type { WithdrawnLinksDto } from './appointments.dto.js';

/** The links to an appointment that patients hold. */
@Injectable()
export class AppointmentLinks {
  constructor(
    private readonly db: Db,
    private readonly records: AppointmentRecords,
    private readonly links: LinkTokens,
    private readonly audit: Audit,
  ) {}

  /** From now on whoever holds one is told to call the clinic; the next message brings a new one. @throws NotFoundProblem */
  async withdraw(ctx: Ctx, appointmentId: string): Promise<WithdrawnLinksDto> {
    return this.db.tx(ctx, async (ctx) => {
      const { patientId } = await this.records.hold(ctx, appointmentId);
      const withdrawn = await this.links.revoke(ctx, { kind: 'appointment', subjectId: appointmentId }, 'withdrawn');
      await this.audit.add(ctx, { what: 'appointment', action: 'update', patientId, entityId: appointmentId, reason: 'links withdrawn' });
      return { withdrawn };
    });
  }
}
