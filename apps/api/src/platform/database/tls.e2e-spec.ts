import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TLSSocket } from 'node:tls';
import { BasicConstraintsExtension, SubjectAlternativeNameExtension, X509CertificateGenerator, cryptoProvider } from '@peculiar/x509';
import { createDataSource } from './data-source.js';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const DAY_MS = 86_400_000;
let server: Server | undefined;
afterEach(() => server?.close());

/** A certificate for one name, signed by itself. */
async function certificateFor(name: string): Promise<{ cert: string; key: string }> {
  cryptoProvider.set(webcrypto as never);
  const keys = await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
  const cert = await X509CertificateGenerator.createSelfSigned({
    name: `CN=${name}`,
    keys: keys as never,
    signingAlgorithm: ALGORITHM,
    notBefore: new Date(Date.now() - DAY_MS),
    notAfter: new Date(Date.now() + DAY_MS),
    extensions: [new BasicConstraintsExtension(true), new SubjectAlternativeNameExtension([{ type: 'dns', value: name }])],
  });
  const key = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
  return { cert: cert.toString('pem'), key: `-----BEGIN PRIVATE KEY-----\n${key}\n-----END PRIVATE KEY-----` };
}

/**
 * A server that takes PostgreSQL's wish for TLS and shows a certificate; `seen` has what it was then told in confidence.
 * It refuses everybody, so that the test ends.
 */
async function serverWith(own: { cert: string; key: string }): Promise<{ port: number; seen: string[] }> {
  const seen: string[] = [];
  const greet = (socket: Socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      socket.write('S');
      const secure = new TLSSocket(socket, { isServer: true, ...own });
      secure.on('error', () => undefined);
      secure.once('data', (startup) => {
        seen.push(startup.toString('latin1'));
        secure.end();
      });
    });
  };
  const listening = createServer(greet);
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  return { port: (listening.address() as AddressInfo).port, seen };
}

const connect = async (port: number, more = '') => {
  const url = `postgres://keel_app:secret@localhost:${port}/keel?sslmode=verify-full${more}`;
  await createDataSource({ url, poolSize: 1, applicationName: 'tls' }).initialize();
};
const keptIn = (cert: string) => {
  const path = join(mkdtempSync(join(tmpdir(), 'keel-tls-')), 'ca.pem');
  writeFileSync(path, cert);
  return `&sslrootcert=${encodeURIComponent(path)}`;
};

describe('the link to a database elsewhere', () => {
  it('says nothing to a server whose certificate nobody signed', async () => {
    const { port, seen } = await serverWith(await certificateFor('localhost'));
    await expect(connect(port)).rejects.toThrow(/self-signed/);
    expect(seen).toEqual([]);
  });

  it('says nothing to a server with a certificate of another name', async () => {
    const own = await certificateFor('elsewhere.example');
    const { port, seen } = await serverWith(own);
    await expect(connect(port, keptIn(own.cert))).rejects.toThrow(/does not match|altnames/);
    expect(seen).toEqual([]);
  });

  it('opens where name and authority are the right ones', async () => {
    const own = await certificateFor('localhost');
    const { port, seen } = await serverWith(own);
    await expect(connect(port, keptIn(own.cert))).rejects.toThrow();
    expect(seen).toEqual([expect.stringContaining('keel_app')]);
  });
});
