import { Problem } from '../../platform/index.js';

export class CodeWrongError extends Problem {
  constructor() {
    super({
      status: 400,
      code: 'PROOF_CODE_WRONG',
      title: 'This code is not the one in the mail',
      detail: 'Check the six digits of the newest mail, or ask for another by POST /address-proof/mail.',
      errors: [{ pointer: '/code', detail: 'is not the code of the newest mail' }],
    });
  }
}

export class CodeSpentError extends Problem {
  constructor() {
    super({
      status: 409,
      code: 'PROOF_CODE_SPENT',
      title: 'There is no code to enter any more',
      detail: 'It was tried too often or is older than a day. Ask for another by POST /address-proof/mail.',
    });
  }
}

export class ProofLinkGoneError extends Problem {
  constructor() {
    super({
      status: 404,
      code: 'PROOF_LINK_GONE',
      title: 'This link does not open any more',
      detail: 'It was used, replaced by a newer one or is older than a day. Sign in and ask for another.',
    });
  }
}

export class PasswordWantedError extends Problem {
  constructor() {
    super({
      status: 403,
      code: 'PASSWORD_WANTED',
      title: 'Was it you who signed up?',
      detail:
        'Send the password of the sign-up as `password`. If you do not know it, send a `newPassword`: the account is then yours alone.',
    });
  }
}

export class ProofMailLimitError extends Problem {
  constructor(retryAfterSeconds: number) {
    super({
      status: 429,
      code: 'PROOF_MAIL_LIMIT',
      title: 'A mail was sent already',
      detail: `Look in the mailbox, also among unwanted mail. Another one can be sent in ${retryAfterSeconds} seconds (Retry-After).`,
      headers: { 'retry-after': String(retryAfterSeconds) },
    });
  }
}

export class AddressRefusedError extends Problem {
  constructor() {
    super({
      status: 409,
      code: 'ADDRESS_REFUSED',
      title: 'The address was not changed',
      detail: 'It is proved already, or another sign-up waits for a code to the new one. Use another address.',
      errors: [{ pointer: '/email', detail: 'cannot be used here' }],
    });
  }
}

export class ProveFirstError extends Problem {
  constructor() {
    super({
      status: 403,
      code: 'ADDRESS_UNPROVED',
      title: 'Prove your address first',
      detail: 'Enter the code that was mailed to you, by POST /address-proof; then the rest opens.',
    });
  }
}

export class ClinicClosedUnprovedError extends Problem {
  constructor() {
    super({
      status: 403,
      code: 'CLINIC_CLOSED_UNPROVED',
      title: 'This clinic waits for its owner’s address to be proved',
      detail: 'Nothing is lost. Ask for a link to set a new password: opening it proves the address, and the clinic is open again.',
    });
  }
}

export class InvitationLimitError extends Problem {
  constructor(most: number, proved: boolean) {
    super({
      status: 429,
      code: proved ? 'INVITATION_LIMIT' : 'ADDRESS_UNPROVED',
      title: proved ? 'Enough invitations for today' : 'Prove your address first',
      detail: proved
        ? `A clinic writes at most ${most} invitations a day. Go on tomorrow.`
        : `Until the owner’s address is proved a clinic holds at most ${most} invitations. Enter the code that was mailed, by POST /address-proof.`,
      headers: { 'retry-after': '3600' },
    });
  }
}
