import { request as httpRequest, type IncomingMessage } from 'node:http';

export interface Told {
  id?: string;
  event?: string;
  /** The JSON of `data:`. */
  data?: { id: string; type: string; ids: Record<string, string> };
}

const open = new Set<StreamReader>();
afterEach(() => {
  for (const reader of open) reader.leave();
});

/** Reads server-sent events as a browser does, and keeps all that it was told. */
export class StreamReader {
  readonly told: Told[] = [];
  /** Comments and `retry:`, which a browser does not show. */
  raw = '';
  ended = false;
  private wake: () => void = () => undefined;
  private rest = '';

  private constructor(readonly response: IncomingMessage) {
    response.setEncoding('utf8');
    response.on('data', (text: string) => this.take(text));
    response.on('error', () => undefined);
    response.on('close', () => {
      this.ended = true;
      open.delete(this);
      this.wake();
    });
    open.add(this);
  }

  static open(url: string, headers: Record<string, string>): Promise<StreamReader> {
    return new Promise((resolve, reject) => {
      const call = httpRequest(url, { headers: { accept: 'text/event-stream', ...headers }, agent: false });
      call.on('error', reject);
      call.on('response', (response) => resolve(new StreamReader(response)));
      call.end();
    });
  }

  get status(): number | undefined {
    return this.response.statusCode;
  }

  /** The types of the events so far, in order. */
  get types(): string[] {
    return this.told.flatMap(({ data }) => data?.type ?? []);
  }

  /** Waits until `look` finds something, or fails by saying what was told instead. */
  async until<T>(look: (reader: this) => T | undefined | false): Promise<T> {
    const deadline = Date.now() + 20_000;
    for (;;) {
      const found = look(this);
      if (found) return found;
      if (Date.now() > deadline) throw new Error(`Was told only: ${JSON.stringify(this.told)}`);
      await Promise.race([new Promise<void>((resolve) => (this.wake = resolve)), new Promise((resolve) => setTimeout(resolve, 250))]);
    }
  }

  event(type: string): Promise<Told> {
    return this.until(({ told }) => told.find(({ data, event }) => data?.type === type || event === type));
  }

  leave(): void {
    this.response.destroy();
  }

  private take(text: string): void {
    this.raw += text;
    const blocks = (this.rest + text).split('\n\n');
    this.rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = Object.fromEntries(
        block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
      );
      if (fields['data'] !== undefined) {
        this.told.push({ ...fields, data: JSON.parse(fields['data']) as NonNullable<Told['data']> });
      }
    }
    this.wake();
  }
}
