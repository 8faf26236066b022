import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { errorCodes, type FastifyRequest } from 'fastify';
import { InvalidProblem } from '../platform/index.js';

/** What a mailbox's provider posts, and nothing else of it is read (RFC 8058, section 3). */
const WORD = ['List-Unsubscribe', 'One-Click'] as const;
const PATH = /\/public\/emails\/:token\/one-click$/;

/** One field of a form in parts: its name, its other headers, an empty line, and what it says up to the next part. */
const IN_PARTS = /^content-disposition:[^\r\n]*\bname="?([\w-]+)"?(?:[^\r\n]*\r?\n)+?\r?\n([^\r\n]*)\r?\n--/gim;

/** Providers should send it as a form in parts, which nothing else here takes: elsewhere it is refused as before. */
export function takeOneClicks(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addContentTypeParser<string>('multipart/form-data', { parseAs: 'string' }, (request: FastifyRequest, body, done) => {
    if (!PATH.test(request.routeOptions.url ?? '')) return done(new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE('multipart/form-data'));
    done(null, Object.fromEntries([...body.matchAll(IN_PARTS)].map(([, name = '', value]) => [name, value])));
  });
}

/** @throws InvalidProblem where the word is not said: an address that is merely called does nothing */
export function assertOneClick(form: unknown): void {
  const [name, value] = WORD;
  if (typeof form === 'object' && form !== null && Reflect.get(form, name) === value) return;
  throw new InvalidProblem([{ pointer: `/${name}`, detail: `Send ${name}=${value} as a form.` }]);
}
