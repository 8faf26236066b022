import 'reflect-metadata';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TLSSocket } from 'node:tls';
import { certificateFor } from '../../testing/certificate.js';
import { createDataSource } from './data-source.js';

let server: Server | undefined;
afterEach(() => server?.close());

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
