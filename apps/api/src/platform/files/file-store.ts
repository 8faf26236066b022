/** Where sealed files lie: it sees no plaintext, no name and no key. */
export interface FileStore {
  /**
   * Keeps these bytes under a name that is new. What is there by then is there whole, also after a loss of power.
   * What `bytes` throws goes through as it is.
   *
   * @throws FileStoreProblem where the store is full, closed or does not answer; parts may be left, which `remove` takes away
   */
  put(name: string, bytes: AsyncIterable<Buffer>): Promise<void>;
  /** How many bytes lie there; undefined where nothing does. @throws FileStoreProblem */
  size(name: string): Promise<number | undefined>;
  /**
   * Those from `start` to before `end`; fewer, or none, where they are not there. Ending the iteration lets go of them.
   *
   * @throws FileStoreProblem
   */
  read(name: string, start: number, end: number): AsyncIterable<Buffer>;
  /** Takes away what lies there, unfinished parts too; what is not there is no fault. @throws FileStoreProblem */
  remove(names: readonly string[]): Promise<void>;
  /** Every name below a folder, also of what is still being put there. @throws FileStoreProblem */
  names(folder: string): AsyncIterable<string>;
  /** Lets go of its connections. */
  close(): void;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Made of ids alone: nothing that somebody typed ever becomes a path. */
export interface FileName {
  /** Which life of the database wrote it (docs/decisions/files.md). */
  line: string;
  clinicId: string;
  id: string;
}

export function nameOf({ line, clinicId, id }: FileName): string {
  for (const part of [line, clinicId, id]) if (!UUID.test(part)) throw new Error('The name of a stored file is made of three ids');
  return `${line}/${clinicId}/${id}`;
}

/** Undefined for what Keel has not put there. */
export function idsOf(name: string): FileName | undefined {
  const [line = '', clinicId = '', id = '', ...more] = name.split('/');
  return more.length === 0 && [line, clinicId, id].every((part) => UUID.test(part)) ? { line, clinicId, id } : undefined;
}
