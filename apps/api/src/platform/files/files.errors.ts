import { Problem } from '../problems/problem.js';

export class FileTooLargeProblem extends Problem {
  constructor(maxBytes: number) {
    super({
      status: 413,
      code: 'FILE_TOO_LARGE',
      title: 'The file is too large',
      detail: `It may have ${maxBytes} bytes at most. Nothing of it was kept; send a smaller one.`,
      extra: { maxBytes },
    });
  }
}

/** The connection ended, or a parser on the way gave up, before the file did. */
export class UploadBrokenOffProblem extends Problem {
  constructor(cause?: unknown) {
    super({
      status: 400,
      code: 'UPLOAD_BROKEN_OFF',
      title: 'The file did not come to its end',
      detail: 'Nothing of it was kept. Send it again.',
    });
    this.cause = cause;
  }
}

export class FileAlteredProblem extends Problem {
  constructor() {
    super({
      status: 422,
      code: 'FILE_ALTERED',
      title: 'The file is another than was announced',
      detail: 'Its SHA-256 is not the one that was sent with it, so it was altered on the way. Nothing of it was kept; send it again.',
    });
  }
}

export class RangeProblem extends Problem {
  constructor(size: number) {
    super({
      status: 416,
      code: 'RANGE_NOT_SATISFIABLE',
      title: 'The file has no such part',
      detail: `It has ${size} bytes, the first of which is number 0. Ask for a part within it.`,
      headers: { 'content-range': `bytes */${size}` },
    });
  }
}

export class FileTakenProblem extends Problem {
  constructor() {
    super({
      status: 409,
      code: 'FILE_TAKEN',
      title: 'This file belongs to something already',
      detail: 'A file belongs to one record. Upload it once more for another one.',
    });
  }
}

/** What lies there is not what was kept; nothing of it that was not verified was given away. */
export class FileBrokenProblem extends Problem {
  constructor(cause?: unknown) {
    super({
      status: 500,
      code: 'FILE_BROKEN',
      title: 'This file is damaged',
      detail: 'What is stored is not what was kept: it was altered, cut off or removed. Whoever runs Keel can bring it back from a backup.',
    });
    this.cause = cause;
  }
}

/** The store does not answer, has no room, or is closed to Keel: nothing that was asked of it may count as done. */
export class FileStoreProblem extends Problem {
  constructor(cause?: unknown) {
    super({
      status: 503,
      code: 'FILES_UNAVAILABLE',
      title: 'Files cannot be reached right now',
      detail: 'Nothing was kept. Try again in a moment; if that does not help, tell whoever runs Keel.',
      headers: { 'retry-after': '5' },
    });
    this.cause = cause;
  }
}

export class NoFileStoreProblem extends Problem {
  constructor() {
    super({
      status: 503,
      code: 'FILES_NOT_CONFIGURED',
      title: 'This Keel keeps no files',
      detail: 'Whoever runs Keel has to say where they lie: KEEL_FILES names a folder or a bucket (docs/operations.md).',
    });
  }
}
