import { Problem } from '../platform/index.js';

export class RuleExistsError extends Problem {
  constructor() {
    super({
      status: 409,
      code: 'REMINDER_RULE_EXISTS',
      title: 'There is already such a reminder rule',
      detail: 'Another rule reminds by the same channel at the same time before an appointment. Change that one, or choose another time.',
    });
  }
}

export class RuleLimitError extends Problem {
  constructor(most: number) {
    super({
      status: 409,
      code: 'REMINDER_RULE_LIMIT',
      title: 'There are too many reminder rules',
      detail: `A clinic has ${most} at the most. Change one, or remove one that is no longer used.`,
    });
  }
}

export class MessageNotUnknownError extends Problem {
  constructor(status: string) {
    const may = status === 'failed' ? 'A failed message can be marked as handled.' : 'There is nothing to find out about it.';
    super({
      status: 409,
      code: 'MESSAGE_NOT_UNKNOWN',
      title: 'There is nothing to resolve',
      detail: `Only of a message whose status is unknown can you say whether it was sent; this one is ${status}. ${may}`,
      extra: { currentStatus: status },
    });
  }
}

export class MessageNotFailedError extends Problem {
  constructor(status: string) {
    super({
      status: 409,
      code: 'MESSAGE_NOT_FAILED',
      title: 'There is nothing to handle',
      detail: `Only a message that failed or is held too long, and a patient's text, can be marked as handled; this one is ${status}.`,
      extra: { currentStatus: status },
    });
  }
}

export class WebhookSignatureError extends Problem {
  constructor() {
    super({
      status: 403,
      code: 'WEBHOOK_SIGNATURE',
      title: 'This call is not signed by Twilio',
      detail: 'Check that TWILIO_AUTH_TOKEN is the token of the account, and that PUBLIC_URL is the address Twilio calls.',
    });
  }
}
