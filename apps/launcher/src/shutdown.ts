/** Ends everything in the reverse order of its start: what serves before what it stands on. */
export class Shutdown {
  readonly #steps: (() => Promise<void> | void)[] = [];
  #running: Promise<void> | undefined;

  get begun(): boolean {
    return this.#running !== undefined;
  }

  /** The step last added is taken first. */
  add(step: () => Promise<void> | void): void {
    this.#steps.push(step);
  }

  /** Run twice, it still stops once. */
  run(): Promise<void> {
    this.#running ??= this.#stop();
    return this.#running;
  }

  /** Ctrl-C, `kill`, a closed terminal, and the death of the process that started this one. */
  listen(farewell: () => void): void {
    const stop = () => {
      if (this.begun) return;
      farewell();
      void this.run().then(() => process.exit(0));
    };
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, stop);
    if (process.connected) process.once('disconnect', stop);
  }

  async #stop(): Promise<void> {
    for (const step of this.#steps.toReversed()) {
      try {
        await step();
      } catch (error) {
        // What cannot be stopped must not keep the rest running.
        process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      }
    }
  }
}
