import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyHelmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config/config.js';
import { DATA_POLICY } from '../problems/unreadable.js';
import { routeOf } from './route-of.js';

/** apps/web/dist, seen from here in src and in dist alike. */
const BUNDLE = fileURLToPath(new URL('../../../../web/dist', import.meta.url));
const NONCE_PLACE = '__KEEL_NONCE__';
const SESSION_PLACE = '__KEEL_SESSION__';
/** Behind the links of messages to patients: pages of an entry of their own, without the staff's. */
const OF_PATIENTS = /^(l|emails)\//;
/** What is not a page: an unknown address below these gets a problem document. */
const NOT_PAGES = /^(api|assets|health|metrics)(\/|$)/;

/** What stands after the first slash, as the router read it. */
interface Anywhere {
  Params: { '*': string };
}

/** A browser shows a PDF by a page and a program of its own, which may not be shut out. */
const PDF_POLICY = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Headers that every answer carries, and the web app at every address that is not the API's. */
export async function serveWeb(
  app: NestFastifyApplication,
  config: Pick<Config, 'publicUrl' | 'hstsSubdomains'>,
  bundle = BUNDLE,
): Promise<void> {
  await app.register(fastifyHelmet, {
    // A page's policy needs its own nonce, see below.
    contentSecurityPolicy: false,
    strictTransportSecurity: config.publicUrl.startsWith('https:') && {
      maxAge: 31_536_000,
      includeSubDomains: config.hstsSubdomains,
    },
    referrerPolicy: { policy: 'no-referrer' },
    frameguard: { action: 'deny' },
  });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', async (request, reply) => {
    // Whatever is no file of the web app may be about a patient.
    if (!routeOf(request)?.startsWith('/assets/')) void reply.header('cache-control', 'no-store');
  });
  fastify.addHook('onSend', async (_request, reply) => {
    if (reply.hasHeader('content-security-policy')) return;
    const pdf = String(reply.getHeader('content-type')).startsWith('application/pdf');
    void reply.header('content-security-policy', pdf ? PDF_POLICY : DATA_POLICY);
  });
  if (!existsSync(join(bundle, 'index.html'))) return;
  const staff = readFileSync(join(bundle, 'index.html'), 'utf8');
  const patients = readFileSync(join(bundle, 'patient.html'), 'utf8');
  const pageFor = ({ params }: FastifyRequest<Anywhere>) => (OF_PATIENTS.test(params['*']) ? patients : staff);
  // Names of files hold a hash of what is in them.
  await app.register(fastifyStatic, {
    root: join(bundle, 'assets'),
    prefix: '/assets/',
    index: false,
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
  });
  serveOffline(fastify, bundle);
  fastify.get<Anywhere>('/*', (request, reply) => (isPage(request) ? sendPage(request, reply, pageFor(request)) : reply.callNotFound()));
}

/** The page for a browser without a network, and the worker that keeps it; both are asked for anew, so that a new one is seen. */
function serveOffline(fastify: FastifyInstance, bundle: string): void {
  const page = readFileSync(join(bundle, 'offline.html'), 'utf8');
  const worker = readFileSync(join(bundle, 'offline-worker.js'), 'utf8');
  const style = createHash('sha256')
    .update(/<style>([^]*?)<\/style>/.exec(page)?.[1] ?? '')
    .digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${style}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  const headers = { 'cache-control': 'no-cache', 'content-security-policy': policy };
  fastify.get('/offline.html', (_, reply) => reply.headers(headers).type('text/html; charset=utf-8').send(page));
  fastify.get('/offline-worker.js', (_, reply) =>
    reply
      .headers({ 'cache-control': 'no-cache', 'content-security-policy': "default-src 'none'; connect-src 'self'" })
      .type('text/javascript; charset=utf-8')
      .send(worker),
  );
}

/** A browser that goes somewhere asks for HTML, a preview or a scanner of a link for anything; a program asks for JSON and is told that the address is unknown. */
function isPage(request: FastifyRequest<Anywhere>): boolean {
  return !NOT_PAGES.test(request.params['*']) && /text\/html|\*\/\*/.test(request.headers.accept ?? '*/*');
}

function sendPage(request: FastifyRequest, reply: FastifyReply, page: string): FastifyReply {
  const nonce = randomBytes(18).toString('base64');
  // Scripts cannot see the cookie; this tells them whether it is worth asking who is signed in.
  const session = /(^|;\s*)__Host-keel=/.test(request.headers.cookie ?? '') ? 'sent' : 'none';
  return reply
    .type('text/html; charset=utf-8')
    .headers({ 'content-security-policy': policy(nonce), 'cache-control': 'no-store' })
    .send(page.replaceAll(NONCE_PLACE, nonce).replace(SESSION_PLACE, session));
}

function policy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}
