import { Injectable } from '@nestjs/common';
import { LinkTokens, type TxCtx } from '../platform/index.js';
import { endedLinks } from './ended-links.js';
import type { PatientDto } from './patients.dto.js';

/** What a floor above does when a record changes, in the transaction of the change, which it refuses by a Problem. */
export type PatientFollower = (ctx: TxCtx, before: PatientDto, after: PatientDto) => Promise<void>;

/** What follows from a change of a record. The floors above put themselves on this list at boot: nobody calls upward. */
@Injectable()
export class PatientChanges {
  private readonly followers: PatientFollower[] = [];

  constructor(private readonly links: LinkTokens) {}

  register(follower: PatientFollower): void {
    this.followers.push(follower);
  }

  /** One after the other, since they share a connection. */
  async changed(ctx: TxCtx, before: PatientDto, after: PatientDto): Promise<void> {
    for (const follow of this.followers) await follow(ctx, before, after);
    for (const { why, channel } of endedLinks(before, after)) await this.links.revokeOf(ctx, after.id, why, channel);
  }
}
