import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request, already read. */
export interface Call {
  method: string;
  url: URL;
  /** Form fields or JSON members of the body. */
  fields: Record<string, unknown>;
  /** The body as it came, for what is neither. */
  body: string;
  request: IncomingMessage;
  response: ServerResponse;
}

export type Handler = (call: Call) => void | Promise<void>;
/** By method and path; a part `*` of the path is any. */
export type Routes = Readonly<Record<`${'GET' | 'POST' | 'PUT' | 'DELETE'} /${string}`, Handler>>;

const MAX_BODY = 1_000_000;

export class TooLarge extends Error {}
export class NotReadable extends Error {}

export async function readCall(request: IncomingMessage, response: ServerResponse): Promise<Call> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) throw new TooLarge();
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks).toString('utf8');
  // The host of the request decides nothing here; a base is only what URL needs to parse a path.
  const url = new URL(request.url ?? '/', 'http://sandbox.invalid');
  return { method: request.method ?? 'GET', url, fields: parseBody(request, body), body, request, response };
}

function parseBody(request: IncomingMessage, body: string): Record<string, unknown> {
  if (body === '') return {};
  if (!request.headers['content-type']?.includes('json')) return Object.fromEntries(new URLSearchParams(body));
  try {
    const parsed: unknown = JSON.parse(body);
    if (parsed && typeof parsed === 'object' && !Array.isArray(parsed)) return parsed as Record<string, unknown>;
  } catch {
    // Falls through: the caller hears that the body is not a JSON object.
  }
  throw new NotReadable('the body must be a JSON object');
}

export function sendJson(call: Call, status: number, body: unknown): void {
  send(call, status, 'application/json; charset=utf-8', JSON.stringify(body));
}

export function send(call: Call, status: number, type: string, body: string, headers: Record<string, string> = {}): void {
  if (call.response.destroyed) return; // the caller gave up while it was made to wait
  call.response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  call.response.end(body);
}

export const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export function routeOf(routes: ReadonlyMap<string, Handler>, call: Call): Handler | undefined {
  const asked = [call.method, ...call.url.pathname.split('/').slice(1)];
  for (const [route, handler] of routes) {
    const parts = route.replace(' /', '/').split('/');
    if (parts.length === asked.length && parts.every((part, index) => part === '*' || part === asked[index])) return handler;
  }
  return undefined;
}
