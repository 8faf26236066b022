import { createHash, createHmac } from 'node:crypto';
import { createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import S3rver from 's3rver';

const KEY_ID = 'S3RVER';
const SECRET = 'a secret of the tests alone';
const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=(?<key>[^/]+)\/(?<scope>(?<day>\d{8})\/(?<region>[^/]+)\/s3\/aws4_request), ?SignedHeaders=(?<names>[^,]+), ?Signature=(?<signature>[0-9a-f]{64})$/;

export interface SignedBucket {
  /** What a Keel is configured by to keep its files there. */
  env: Record<string, string>;
  close(): Promise<void>;
}

const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');

/** AWS's Signature Version 4, over the headers and the body that came. */
function isSigned({ method, url = '', headers }: IncomingMessage, body: Buffer): boolean {
  const { key, scope = '', day = '', region = '', names = '', signature } = AUTHORIZATION.exec(headers.authorization ?? '')?.groups ?? {};
  const hash = String(headers['x-amz-content-sha256']);
  if (key !== KEY_ID || hash !== sha256(body)) return false;
  const [path = '', query = ''] = url.split('?');
  const signed = names.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const canonical = [method, path, query.split('&').toSorted().join('&'), signed.join(''), names, hash].join('\n');
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const signing = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${SECRET}`);
  return hmac(signing, text).toString('hex') === signature;
}

/** A bucket in a folder. The server behind it does not look at signatures of today, so they are checked on the way. */
export async function signedBucket(directory: string): Promise<SignedBucket> {
  const buckets = [{ name: 'clinic', configs: [] }];
  const behind = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory, configureBuckets: buckets });
  const { port } = await behind.run();
  const server = createServer((asked, answer) => {
    const parts: Buffer[] = [];
    asked.on('data', (part: Buffer) => parts.push(part));
    asked.on('end', () => pass(asked, Buffer.concat(parts), answer, port));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const env = {
    KEEL_FILES: 's3://clinic/of/keel',
    KEEL_FILES_S3_ENDPOINT: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    KEEL_FILES_S3_KEY_ID: KEY_ID,
    KEEL_FILES_S3_SECRET: SECRET,
  };
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await behind.close();
  };
  return { env, close };
}

function pass(asked: IncomingMessage, body: Buffer, answer: ServerResponse, port: number): void {
  if (!isSigned(asked, body)) {
    answer.writeHead(403, { 'content-type': 'application/xml' });
    answer.end('<Error><Code>SignatureDoesNotMatch</Code><Message>It is signed by another key</Message></Error>');
    return;
  }
  const { method, url, headers } = asked;
  const onward = send({ host: '127.0.0.1', port, method, path: url, headers, agent: false }, (said) => {
    answer.writeHead(said.statusCode ?? 500, said.headers);
    said.pipe(answer);
  });
  onward.on('error', () => answer.destroy());
  onward.end(body);
}
