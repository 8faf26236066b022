import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { newId } from '../context/ctx.js';
import type { ProblemInit } from './problem.js';
import { problemDocument } from './problem.filter.js';

/** For whatever is no page: nothing is loaded or run, should a browser open it. */
export const DATA_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/** Refusals that come before the hooks which put these on every other answer. */
const AS_DATA = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'content-security-policy': DATA_POLICY };

const BAD_ADDRESS: ProblemInit = {
  status: 400,
  code: 'BAD_ADDRESS',
  title: 'This address cannot be read',
  detail: 'It holds a % that begins no character. Encode each part of the address as UTF-8 and send the request again.',
};
const ADDRESS_TOO_LONG: ProblemInit = {
  status: 414,
  code: 'ADDRESS_TOO_LONG',
  title: 'A part of this address is too long',
  detail: 'Between two slashes it may hold 100 characters, which no id or link of Keel exceeds. Copy the address anew and send it again.',
};
const HEADERS_TOO_LARGE: ProblemInit = {
  status: 431,
  code: 'HEADERS_TOO_LARGE',
  title: 'The address or the headers are too long',
  detail: 'Together they may hold 16 KB. Send long text in a body, and clear the cookies of this site if it sends many.',
};
const TOO_SLOW: ProblemInit = {
  status: 408,
  code: 'REQUEST_TIMEOUT',
  title: 'The request did not come to its end in time',
  detail: 'Headers may take 10 seconds and the whole request 30. Nothing was done; send it again.',
};
const NOT_HTTP: ProblemInit = {
  status: 400,
  code: 'BAD_REQUEST',
  title: 'The request could not be read',
  detail: 'Its first line or a header is not HTTP. Send GET, POST, PUT, PATCH or DELETE with well-formed headers.',
};

const UNREADABLE: Record<string, ProblemInit> = { HPE_HEADER_OVERFLOW: HEADERS_TOO_LARGE, ERR_HTTP_REQUEST_TIMEOUT: TOO_SLOW };

/** Refusals of Fastify itself, before there is a route: they look like every other. */
export function refuseAddress(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  refuse(request, reply, error.code === 'FST_ERR_MAX_PARAM_LENGTH' ? ADDRESS_TOO_LONG : BAD_ADDRESS);
}

/** What the HTTP parser refuses has no request yet: the answer is written to the socket, which closes. */
export function refuseBytes(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = UNREADABLE[error.code ?? ''] ?? NOT_HTTP;
  const body = JSON.stringify(problemDocument(problem, newId()));
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...Object.entries(AS_DATA).map(([name, value]) => `${name}: ${value}`),
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

/** An answer of a hook, before there is a filter; the hook returns it, so that nothing after it runs. */
export function refuse(request: FastifyRequest, reply: FastifyReply, problem: ProblemInit): FastifyReply {
  return reply
    .status(problem.status)
    .headers({ ...problem.headers, ...AS_DATA })
    .type('application/problem+json')
    .send(problemDocument(problem, request.id));
}
