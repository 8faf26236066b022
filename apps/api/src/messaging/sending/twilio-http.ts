import type { Twilio } from 'twilio';
import type { OutboundCall, OutboundHttp } from '../../platform/index.js';

type HttpClient = Twilio['httpClient'];
type Asked = Parameters<HttpClient['request']>[0];

/** A page of 200 texts at their longest is well below. */
const MAX_BYTES = 8 * 1024 * 1024;

/** Twilio's SDK asks by the house's own client. Of the SDK's class it uses `request` alone. */
export function twilioHttp(outbound: OutboundHttp, apiUrl: string, timeoutMs: number): HttpClient {
  const request = async (asked: Asked) => {
    const { status, headers, body } = await outbound.call(toCall(asked, apiUrl, timeoutMs));
    return { statusCode: status, headers, body: parsed(body) };
  };
  return { request } as unknown as HttpClient;
}

function toCall({ method, uri, username, password, headers, params, data }: Asked, apiUrl: string, timeoutMs: number): OutboundCall {
  const url = new URL(uri);
  for (const [name, value] of fields(params)) url.searchParams.append(name, value);
  return {
    method: method.toUpperCase() as OutboundCall['method'],
    url: url.href,
    headers: {
      ...(headers as Record<string, string>),
      authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`,
    },
    ...(data ? { body: new URLSearchParams(fields(data)).toString() } : {}),
    own: apiUrl,
    connectMs: timeoutMs,
    totalMs: timeoutMs,
    maxBytes: MAX_BYTES,
  };
}

/** A list is its name once for each value. */
function fields(of: unknown): [name: string, value: string][] {
  return Object.entries(of ?? {}).flatMap(([name, value]: [string, unknown]) =>
    [value].flat().map((one): [string, string] => [name, String(one)]),
  );
}

/** As the SDK's own client hands it on: JSON where it is some, else the text. */
function parsed(body: Buffer): unknown {
  const text = body.toString('utf8');
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
