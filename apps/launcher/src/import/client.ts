import { setTimeout as sleep } from 'node:timers/promises';

/** What stops the whole import, in words that say what to do. */
export class ImportError extends Error {}

export interface Answer {
  status: number;
  body: Record<string, unknown>;
}

export interface Credentials {
  apiKey?: string | undefined;
  email?: string | undefined;
  password?: string | undefined;
}

const ATTEMPTS = 5;
const WAIT_MS = 1000;

/** A program that uses Keel's public API and nothing else. It waits where the API asks it to. */
export class KeelClient {
  private readonly base: string;
  private readonly headers: Record<string, string>;

  private constructor(base: string, headers: Record<string, string>) {
    this.base = base;
    this.headers = headers;
  }

  /** @throws ImportError where there is no way in. */
  static async connect(address: string, { apiKey, email, password }: Credentials): Promise<KeelClient> {
    const base = `${address.replace(/\/$/, '')}/api/v1`;
    if (apiKey) return new KeelClient(base, { authorization: `Bearer ${apiKey}` });
    if (!email || !password) {
      throw new ImportError(
        'Say who imports: KEEL_API_KEY with a key that has the scopes patient:read, patient:write, chart:read and chart:write,\nor KEEL_EMAIL and KEEL_PASSWORD of somebody with the chart right.',
      );
    }
    const answer = await new KeelClient(base, {}).fetch('POST', '/session', { email, password });
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
    if (!answer.ok || !cookie) throw new ImportError(`Signing in failed: ${reasonOf(await bodyOf(answer))}`);
    const { clinics } = await bodyOf(answer);
    if (clinics)
      throw new ImportError('This person works in several clinics; import with an API key of the one that is meant (KEEL_API_KEY).');
    return new KeelClient(base, { cookie });
  }

  get(path: string): Promise<Answer> {
    return this.call('GET', path);
  }

  post(path: string, body: object): Promise<Answer> {
    return this.call('POST', path, body);
  }

  /** To the version that was read, and to no other. */
  patch(path: string, version: number, body: object): Promise<Answer> {
    return this.call('PATCH', path, body, { 'if-match': `"${version}"` });
  }

  /** Records of a collection, page by page. */
  async *all(path: string): AsyncGenerator<Record<string, unknown>> {
    let cursor: unknown;
    do {
      const next = typeof cursor === 'string' ? `&cursor=${encodeURIComponent(cursor)}` : '';
      const { status, body } = await this.get(`${path}&limit=200${next}`);
      if (status !== 200) throw new ImportError(`GET ${path.split('?')[0]} was refused: ${reasonOf(body)}`);
      yield* body['data'] as Record<string, unknown>[];
      cursor = body['nextCursor'];
    } while (cursor);
  }

  /** @throws ImportError for what would befall every further row too. */
  private async call(method: string, path: string, body?: object, more: Record<string, string> = {}): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      const answer = await this.fetch(method, path, body, more);
      if (answer.status === 429) {
        await answer.body?.cancel();
        await sleep(Number(answer.headers.get('retry-after') ?? 1) * 1000);
        continue;
      }
      if (answer.status >= 500 && attempt < ATTEMPTS) {
        await answer.body?.cancel();
        await sleep(WAIT_MS * attempt);
        continue;
      }
      const content = await bodyOf(answer);
      if (answer.status === 401 || answer.status === 403 || answer.status >= 500) {
        throw new ImportError(`${method} ${path.split('?')[0]} was refused (${answer.status}): ${reasonOf(content)}`);
      }
      return { status: answer.status, body: content };
    }
  }

  private async fetch(method: string, path: string, body?: object, more: Record<string, string> = {}): Promise<Response> {
    const headers = { ...this.headers, ...more, accept: 'application/json', ...(body ? { 'content-type': 'application/json' } : {}) };
    try {
      return await fetch(this.base + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    } catch {
      throw new ImportError(`Nobody answers at ${this.base}. Start Keel with npm start, or say where it runs: KEEL_URL=https://…`);
    }
  }
}

async function bodyOf(answer: Response): Promise<Record<string, unknown>> {
  const text = await answer.text();
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return { detail: text.slice(0, 200) };
  }
}

/** A problem document in one line: what is wrong, and with which fields. */
export function reasonOf(problem: Record<string, unknown>): string {
  const { detail, title, errors } = problem;
  const said = [detail ?? title].filter((text) => typeof text === 'string');
  const fields = Array.isArray(errors)
    ? (errors as { pointer?: string; detail?: string }[]).map((one) => `${one.pointer ?? ''} ${one.detail ?? ''}`.trim())
    : [];
  return [...said, ...fields].join(' · ') || 'no reason was given';
}
