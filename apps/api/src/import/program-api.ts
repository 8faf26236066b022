import { setTimeout as sleep } from 'node:timers/promises';

export interface Answer {
  status: number;
  body: { id?: string; patientId?: string; code?: string; detail?: string; errors?: { pointer: string; detail: string }[] };
}

const TRIES = 8;

/** The public API as a program uses it: with its key, waiting when told to, trying again what a repeat cannot double. */
export class ProgramApi {
  constructor(
    private readonly address: string,
    private readonly key: string,
  ) {}

  /** @throws Error where the API cannot be reached or does not accept the key. */
  async post(path: string, body: object): Promise<Answer> {
    for (let tried = 1; ; tried++) {
      const response = await fetch(`${this.address}/api/v1${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${this.key}` },
        body: JSON.stringify(body),
      }).catch(() => undefined);
      if (response && response.status !== 429 && response.status < 500) {
        const answer = (await response.json()) as Answer['body'];
        if (response.status === 401 || response.status === 403) throw new Error(`The API does not accept this key: ${answer.detail ?? ''}`);
        return { status: response.status, body: answer };
      }
      if (tried === TRIES) throw new Error(`The API at ${this.address} does not answer; run the same command again and it goes on where it stopped`);
      const wait = Number(response?.headers.get('retry-after'));
      await sleep(wait > 0 ? wait * 1000 : 250 * 2 ** tried);
    }
  }
}
