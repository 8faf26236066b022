import type { Permission } from '@keel/contracts';
import { Injectable } from '@nestjs/common';
import type { TxCtx } from '../context/ctx.js';

/** Whether somebody works here and has this permission, which stays so to the end of the transaction. */
export type MayDo = (ctx: TxCtx, userId: string, permission: Permission) => Promise<boolean>;

/** Who works here is known a floor higher, which puts the question here at boot: nobody calls upward. */
@Injectable()
export class Assignees {
  private ask: MayDo | undefined;

  askedOf(ask: MayDo): void {
    this.ask = ask;
  }

  mayDo(ctx: TxCtx, userId: string, permission: Permission): Promise<boolean> {
    if (!this.ask) throw new Error('Nobody has told who may be given work');
    return this.ask(ctx, userId, permission);
  }
}
