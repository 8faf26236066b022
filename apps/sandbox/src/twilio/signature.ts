import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * `X-Twilio-Signature` of a form post: base64 of HMAC-SHA1 by the account's auth token over the address followed by each field's
 * name and value, in the order of the names (https://www.twilio.com/docs/usage/security).
 */
export function twilioSignature(authToken: string, url: string, fields: Record<string, string>): string {
  const data = Object.keys(fields)
    .sort()
    .reduce((text, name) => text + name + fields[name], url);
  return createHmac('sha1', authToken).update(data, 'utf8').digest('base64');
}

export function isBasicAuth(header: string | undefined, user: string, password: string): boolean {
  const expected = Buffer.from(`Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`);
  const given = Buffer.from(header ?? '');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
