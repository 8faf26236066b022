/**
 * A call to another host that brought no answer. `sent` is what whoever called must know before it calls again: `no` is certain
 * that nothing has left, `maybe` that the other side may have taken it. The message names the host and nothing else of the address.
 */
export abstract class OutboundError extends Error {
  abstract readonly sent: 'no' | 'maybe';

  constructor(
    message: string,
    /** In capitals: the system's own (`ECONNREFUSED`), or one of ours. */
    readonly code: string,
    cause?: unknown,
  ) {
    super(message, { cause });
    this.name = new.target.name;
  }
}

/** The address is none that may be called. */
export class OutboundRefused extends OutboundError {
  readonly sent = 'no';

  constructor(host: string, why: string) {
    super(`No call to ${host}: ${why}`, 'ADDRESS_REFUSED');
  }
}

/** Name, connection or TLS failed, or took too long. */
export class OutboundUnreached extends OutboundError {
  readonly sent = 'no';

  constructor(host: string, code: string, cause?: unknown) {
    super(`${host} was not reached: ${code}`, code, cause);
  }
}

/** The connection stood, and no whole answer came. */
export class OutboundUnanswered extends OutboundError {
  readonly sent = 'maybe';

  constructor(host: string, code: string, cause?: unknown) {
    super(`${host} gave no whole answer: ${code}`, code, cause);
  }
}
