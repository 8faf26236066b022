import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { errorCodes, type FastifyRequest } from 'fastify';
import { InvalidProblem } from '../platform/index.js';

/** What a mailbox's provider posts, and nothing else of it is read (RFC 8058, section 3). */
const WORD = ['List-Unsubscribe', 'One-Click'] as const;
const PATH = /\/public\/emails\/:token\/one-click$/;

/** The name of a part; nothing longer is asked for. */
const NAME = /\bname="?([\w-]{1,40})/i;

/** Providers should send it as a form in parts, which nothing else here takes: elsewhere it is refused as before. */
export function takeOneClicks(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addContentTypeParser<string>('multipart/form-data', { parseAs: 'string' }, (request: FastifyRequest, body, done) => {
    if (!PATH.test(request.routeOptions.url ?? '')) return done(new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE('multipart/form-data'));
    done(null, fieldsOf(body));
  });
}

/** The fields of a form in parts, each of one line: its headers, an empty line, and what it says. One way through, however it is made. */
export function fieldsOf(body: string): Record<string, string> {
  const fields: [name: string, value: string][] = [];
  let name: string | undefined;
  let said = false;
  for (const line of body.split(/\r?\n/)) {
    if (line.startsWith('--')) [name, said] = [undefined, false];
    else if (said && name !== undefined) {
      fields.push([name, line]);
      name = undefined;
    } else if (line === '') said = true;
    else if (/^content-disposition:/i.test(line)) name = NAME.exec(line)?.[1];
  }
  return Object.fromEntries(fields);
}

/** @throws InvalidProblem where the word is not said: an address that is merely called does nothing */
export function assertOneClick(form: unknown): void {
  const [name, value] = WORD;
  if (typeof form === 'object' && form !== null && Reflect.get(form, name) === value) return;
  throw new InvalidProblem([{ pointer: `/${name}`, detail: `Send ${name}=${value} as a form.` }]);
}
