import type { BackupKey } from './sealed.ts';
import type { Store } from './store.ts';

const PACK_BYTES = 8 * 1024 * 1024;
/** Sealed and put down while the next ones are read; each holds a pack in memory. */
const AT_ONCE = 3;

const packName = (base: string, number: number) => `${base}/pack-${String(number).padStart(6, '0')}`;

/** One stream of bytes, cut into packs that are each sealed by themselves: memory stays small, however large a table is. */
export class PackWriter {
  readonly #store: Store;
  readonly #key: BackupKey;
  readonly #base: string;
  #pack = Buffer.allocUnsafe(PACK_BYTES);
  #filled = 0;
  #count = 0;
  #stored = 0;
  #failure: unknown;
  readonly #running = new Set<Promise<void>>();

  constructor(store: Store, key: BackupKey, base: string) {
    this.#store = store;
    this.#key = key;
    this.#base = base;
  }

  /** What is handed over may be changed afterwards. */
  async add(bytes: Buffer): Promise<void> {
    for (let at = 0; at < bytes.length;) {
      const taken = bytes.copy(this.#pack, this.#filled, at);
      at += taken;
      this.#filled += taken;
      if (this.#filled === PACK_BYTES) await this.#put();
    }
  }

  /** @returns how many packs there are, and what they weigh where they lie */
  async end(): Promise<{ packs: number; storedBytes: number }> {
    if (this.#filled > 0) await this.#put();
    await Promise.all(this.#running);
    this.#throwFailure();
    return { packs: this.#count, storedBytes: this.#stored };
  }

  async #put(): Promise<void> {
    const plain = this.#pack.subarray(0, this.#filled);
    const name = packName(this.#base, this.#count++);
    this.#pack = Buffer.allocUnsafe(PACK_BYTES);
    this.#filled = 0;
    const work: Promise<void> = this.#seal(name, plain).finally(() => this.#running.delete(work));
    this.#running.add(work);
    if (this.#running.size >= AT_ONCE) await Promise.race(this.#running);
    this.#throwFailure();
  }

  /** Whoever adds next is told of a failure; nobody else waits for this. */
  async #seal(name: string, plain: Buffer): Promise<void> {
    try {
      const sealed = await this.#key.seal(name, plain);
      await this.#store.put(name, sealed);
      this.#stored += sealed.length;
    } catch (error) {
      this.#failure ??= error;
    }
  }

  #throwFailure(): void {
    if (this.#failure) throw this.#failure;
  }
}

/** The same stream again, the next pack fetched while one is written. @throws SettingsError where a pack is missing or altered */
export async function* readPacks(store: Store, key: BackupKey, base: string, count: number): AsyncGenerator<Buffer> {
  const fetched = (number: number) => openFile(store, key, packName(base, number));
  let next = count > 0 ? fetched(0) : undefined;
  for (let number = 1; next; number++) {
    const current = next;
    next = number < count ? fetched(number) : undefined;
    // Whoever stops early must not leave a rejection that nobody hears of.
    next?.catch(() => undefined);
    yield await current;
  }
}

/** One sealed file of a backup. @throws SettingsError where it is missing or altered */
export async function openFile(store: Store, key: BackupKey, name: string): Promise<Buffer> {
  const bytes = await store.get(name);
  // An empty one is refused as one that is cut off.
  return key.open(name, bytes ?? Buffer.alloc(0));
}
