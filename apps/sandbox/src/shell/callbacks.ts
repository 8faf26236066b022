/** One post to the application, kept so that a person or a test sees how it went. */
export interface Callback {
  url: string;
  /** What happened, in the provider's word. */
  what: string;
  fields: Record<string, unknown>;
  /** The HTTP status of the answer, or why there was none. */
  result: number | string;
  at: string;
}
/** What is posted: `fields` for the log, and the same as the provider writes and signs it. */
export interface Post extends Pick<Callback, 'what' | 'fields'> {
  body: string | URLSearchParams;
  headers: Record<string, string>;
}

const KEPT = 500;

/** What the stand-ins post to the application, as their providers' servers would. */
export class Callbacks {
  readonly log: Callback[] = [];
  /** Where the application's public address is reached from here, where it is not by its own name; signatures keep that name. */
  readonly #reachedAt: string | null;

  constructor(reachedAt: string | null) {
    this.#reachedAt = reachedAt;
  }

  /** Never throws: how it went is in the log, and the body of the answer is empty unless it was a 200. */
  async post(url: string, { what, fields, body, headers }: Post): Promise<{ callback: Callback; answer: string }> {
    let result: number | string;
    let answer = '';
    try {
      const response = await fetch(this.#reachedAt ? new URL(new URL(url).pathname + new URL(url).search, this.#reachedAt) : url, {
        method: 'POST',
        body,
        headers,
        redirect: 'manual',
        signal: AbortSignal.timeout(15_000),
      });
      result = response.status;
      answer = await response.text();
    } catch (error) {
      result = error instanceof Error ? error.message : String(error);
    }
    const callback = { url, what, fields, result, at: new Date().toISOString() };
    this.log.push(callback);
    if (this.log.length > KEPT) this.log.shift();
    return { callback, answer: result === 200 ? answer : '' };
  }
}
