import { mailOutcome, retryDelayMs, smsOutcome } from './delivery-outcome.js';

describe('a mail that failed', () => {
  it('is certain where the server answered, or had read nothing yet', () => {
    expect(mailOutcome({ code: 'EENVELOPE', responseCode: 550 }, true)).toEqual({ outcome: 'refused', code: 'smtp_550' });
    expect(mailOutcome({ code: 'EMESSAGE', responseCode: 451 }, false)).toEqual({ outcome: 'retry', code: 'smtp_451' });
    expect(mailOutcome({ code: 'ESOCKET' }, true)).toEqual({ outcome: 'retry', code: 'ESOCKET' });
  });

  it('is unknown where the text was read and no answer came', () => {
    expect(mailOutcome({ code: 'ETIMEDOUT' }, false)).toEqual({ outcome: 'ambiguous', code: 'ETIMEDOUT' });
    expect(mailOutcome(new Error('who knows'), false)).toMatchObject({ outcome: 'ambiguous' });
  });
});

describe('an SMS that failed', () => {
  it('is refused for good where Twilio names a fault of the message', () => {
    expect(smsOutcome({ status: 400, code: 21211 })).toEqual({ outcome: 'refused', code: 'twilio_21211' });
    expect(smsOutcome({ status: 400, code: 21610 })).toEqual({ outcome: 'refused', code: 'twilio_21610', optedOut: true });
  });

  it('is tried again where Twilio turned the call away, or was never reached', () => {
    expect(smsOutcome({ status: 429, code: 20429 })).toMatchObject({ outcome: 'retry' });
    expect(smsOutcome({ status: 401, code: 20003 })).toMatchObject({ outcome: 'retry' });
    expect(smsOutcome({ code: 'ECONNREFUSED' })).toEqual({ outcome: 'retry', code: 'ECONNREFUSED' });
    expect(smsOutcome({ code: 'ADDRESS_REFUSED' })).toEqual({ outcome: 'retry', code: 'ADDRESS_REFUSED' });
  });

  it('is ambiguous after a time-out, a cut line, a 5xx, and anything not understood', () => {
    for (const error of [
      { code: 'ANSWER_TIMEOUT' },
      { code: 'CONNECT_TIMEOUT' },
      { code: 'ECONNABORTED' },
      { code: 'ECONNRESET' },
      { status: 500 },
      { status: 503, code: 20503 },
      'odd',
      null,
    ]) {
      expect(smsOutcome(error).outcome).toBe('ambiguous');
    }
  });
});

it('tries again ever later, and gives up in the end', () => {
  expect([1, 2, 3, 4, 5, 6].map((number) => retryDelayMs(number, 1000))).toEqual([1000, 4000, 16000, 64000, 256000, undefined]);
});

it('tries again sooner, and gives up within half an hour, where somebody waits for it', () => {
  const delays = Array.from({ length: 8 }, (_, at) => retryDelayMs(at + 1, 30_000, true));
  expect(delays).toEqual([10_000, 20_000, 40_000, 80_000, 160_000, 320_000, 640_000, undefined]);
});
