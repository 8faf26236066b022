import { randomUUID } from 'node:crypto';
import request, { type Test } from 'supertest';
import { StreamReader } from './stream-reader.js';

export interface CallOptions {
  ifMatch?: string | number;
  idempotencyKey?: string | null;
  headers?: Record<string, string>;
}

/** Calls `/api/v1…` as one person or program. Cookies are sent by hand: supertest drops Secure ones over http. */
export class Agent {
  private readonly credentials: Record<string, string>;

  constructor(
    private readonly url: string,
    credentials: Record<string, string>,
  ) {
    this.credentials = { ...credentials };
  }

  /** The session, for a browser to carry on; undefined for a program. */
  get cookie(): string | undefined {
    return this.credentials['cookie'];
  }

  /** The same caller at another process, as things stand. */
  at(url: string): Agent {
    return new Agent(url, this.credentials);
  }

  /** The same caller, who says more of themselves with each call. */
  with(headers: Record<string, string>): Agent {
    return new Agent(this.url, { ...this.credentials, ...headers });
  }

  get(path: string, options: CallOptions = {}): Test {
    return this.dress(request(this.url).get(`/api/v1${path}`), options);
  }

  /** Sends a new Idempotency-Key unless told otherwise. */
  post(path: string, body?: object, options: CallOptions = {}): Test {
    const key = options.idempotencyKey === undefined ? randomUUID() : options.idempotencyKey;
    const call = this.dress(request(this.url).post(`/api/v1${path}`), options);
    if (key !== null) void call.set('idempotency-key', key);
    return call.send(body);
  }

  patch(path: string, body: object, options: CallOptions = {}): Test {
    return this.dress(request(this.url).patch(`/api/v1${path}`), options).send(body);
  }

  put(path: string, body: object, options: CallOptions = {}): Test {
    return this.dress(request(this.url).put(`/api/v1${path}`), options).send(body);
  }

  delete(path: string, options: CallOptions = {}): Test {
    return this.dress(request(this.url).delete(`/api/v1${path}`), options);
  }

  /** Opens an answer that stays open. */
  stream(path: string, headers: Record<string, string> = {}): Promise<StreamReader> {
    return StreamReader.open(`${this.url}/api/v1${path}`, { ...this.credentials, ...headers });
  }

  private dress(call: Test, options: CallOptions): Test {
    for (const [name, value] of Object.entries({ ...this.credentials, ...options.headers })) void call.set(name, value);
    if (options.ifMatch !== undefined) void call.set('if-match', options.ifMatch === '*' ? '*' : `"${options.ifMatch}"`);
    return call.on('response', ({ headers }: { headers: Record<string, string[] | undefined> }) =>
      this.follow(headers['set-cookie'] ?? []),
    );
  }

  /** As a browser does: the session's cookie may be renewed by an answer. */
  follow(cookies: string[]): void {
    const renewed = cookies.map((cookie) => cookie.split(';')[0] ?? '').find((cookie) => /^__Host-keel=./.test(cookie));
    if (renewed && this.credentials['cookie']) this.credentials['cookie'] = renewed;
  }
}
