import { Readable } from 'node:stream';

/**
 * A stream of what a generator yields, its first value taken already. Unlike `Readable.from` it ends the generator also where nobody
 * has begun to read: a file or a connection that it holds is let go of.
 */
export function readableOf(source: AsyncGenerator<Buffer>, first: IteratorResult<Buffer>): Readable {
  let ahead: IteratorResult<Buffer> | undefined = first;
  const next = async (): Promise<Buffer | null> => {
    for (;;) {
      const { done, value } = ahead ?? (await source.next());
      ahead = undefined;
      if (done) return null;
      // An empty part would not ask for another one.
      if (value.length > 0) return value;
    }
  };
  return new Readable({
    read() {
      next().then(
        (part) => this.push(part),
        (error: unknown) => this.destroy(error instanceof Error ? error : new Error(String(error))),
      );
    },
    destroy(reason, done) {
      source.return(undefined).then(
        () => done(reason),
        (failed: Error) => done(reason ?? failed),
      );
    },
  });
}
