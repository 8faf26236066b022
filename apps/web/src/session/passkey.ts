import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';

/** The person gave up, the time is over, or the device has no such passkey. */
export class PasskeyUnusedError extends Error {}

/** Whether the browser knows passkeys at all; where it does not, they are not offered. */
export const canUsePasskeys = browserSupportsWebAuthn;

/** What the API asked for, as it came: the library reads it. @throws PasskeyUnusedError */
export const askPasskey = (options: object | undefined) =>
  answerOf(() => startAuthentication({ optionsJSON: options as Parameters<typeof startAuthentication>[0]['optionsJSON'] }));

/** @throws PasskeyUnusedError */
export const makePasskey = (options: object | undefined) =>
  answerOf(() => startRegistration({ optionsJSON: options as Parameters<typeof startRegistration>[0]['optionsJSON'] }));

async function answerOf(ask: () => Promise<object>): Promise<Record<string, unknown>> {
  try {
    return { ...(await ask()) };
  } catch (cause) {
    throw new PasskeyUnusedError(undefined, { cause });
  }
}
