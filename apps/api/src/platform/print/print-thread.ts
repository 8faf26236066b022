import { parentPort } from 'node:worker_threads';
import { print } from './print.js';
import type { PrintDocument } from './print-document.js';

/** A thread of its own prints, one paper after the other: the API's own goes on answering meanwhile. */
parentPort?.on('message', async (document: PrintDocument) => {
  const answer = await print(document).then(
    (file) => ({ file }),
    (error: unknown) => ({ fault: error instanceof Error ? error.stack : 'unknown' }),
  );
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(answer);
});
