export interface Stored {
  /** Relative to the store, with forward slashes. */
  name: string;
  bytes: number;
  at: Date;
}

/** Where backups lie. What is put there is there whole, and still after a loss of power, or not at all. */
export interface Store {
  readonly address: string;
  put(name: string, bytes: Buffer): Promise<void>;
  get(name: string): Promise<Buffer | undefined>;
  /** Everything below a folder of the store, in the order of the names. */
  list(folder: string): Promise<Stored[]>;
  /** The folders directly below the top. */
  folders(): Promise<string[]>;
  remove(names: readonly string[]): Promise<void>;
}
