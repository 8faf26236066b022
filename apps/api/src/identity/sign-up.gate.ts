import { type CanActivate, Injectable } from '@nestjs/common';
import { Config, Db, Problem } from '../platform/index.js';

export class SignUpClosedError extends Problem {
  constructor() {
    super({
      status: 403,
      code: 'SIGN_UP_CLOSED',
      title: 'No new clinics are taken here',
      detail: 'Whoever runs this installation has closed sign-up. Ask them, or ask your clinic for an invitation.',
    });
  }
}

/** `KEEL_SIGN_UP=closed` lets nobody start a clinic but the first one. */
@Injectable()
export class SignUpGate implements CanActivate {
  constructor(
    private readonly config: Config,
    private readonly db: Db,
  ) {}

  async isOpen(): Promise<boolean> {
    if (this.config.openness.signUp === 'open') return true;
    const [any] = await this.db.definerFunction<{ found: boolean }>('any_clinic', []);
    return any?.found === false;
  }

  async canActivate(): Promise<boolean> {
    if (!(await this.isOpen())) throw new SignUpClosedError();
    return true;
  }
}
