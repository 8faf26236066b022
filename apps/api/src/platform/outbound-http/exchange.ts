import { type IncomingMessage, request as requestHttp, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { type OutboundError, OutboundRefused, OutboundUnanswered, OutboundUnreached } from './outbound.errors.js';
import type { Agents } from './pinned-agents.js';

export interface Exchange {
  url: URL;
  method: string;
  headers: Record<string, string>;
  body: string | Buffer | undefined;
  agents: Agents;
  /** For the name, the connection and TLS together. */
  connectMs: number;
  /** From here to the last byte of the answer. */
  totalMs: number;
  maxBytes: number;
}

export interface OutboundAnswer {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/**
 * One request and its whole answer. Up to the moment that the connection stands (with TLS: that the certificate was found good)
 * nothing has left, and a failure is certain; from then on the other side may have taken the request.
 * @throws OutboundError
 */
export function exchange(call: Exchange): Promise<OutboundAnswer> {
  const { url, body, connectMs, totalMs } = call;
  const secure = url.protocol === 'https:';
  return new Promise((resolve, reject) => {
    let stands = false;
    const request = (secure ? requestHttps : requestHttp)(url, options(call, secure));
    const connecting = setTimeout(() => fail('CONNECT_TIMEOUT'), connectMs);
    const waiting = setTimeout(() => fail(stands ? 'ANSWER_TIMEOUT' : 'CONNECT_TIMEOUT'), totalMs);
    const end = () => {
      clearTimeout(connecting);
      clearTimeout(waiting);
    };
    const reached = () => {
      stands = true;
      clearTimeout(connecting);
    };
    const fail = (code: string, cause?: unknown) => {
      end();
      reject(told(url.hostname, stands, code, cause));
      request.destroy();
    };
    request.on('socket', (socket) => {
      // One that waited for a place gets a connection that stands already, and is not always told that it is used again.
      if (request.reusedSocket || stood(socket)) reached();
      else socket?.once(secure ? 'secureConnect' : 'connect', reached);
    });
    request.on('error', (error: NodeJS.ErrnoException) => fail(codeOf(error), error));
    request.on('response', (response) => {
      // No answer comes without a connection, whatever was heard of it.
      reached();
      read(response, call.maxBytes, fail, (answer) => {
        end();
        resolve(answer);
      });
    });
    request.end(body);
  });
}

const stood = (socket: Socket | undefined): boolean =>
  socket !== undefined && !socket.connecting && (!(socket instanceof TLSSocket) || socket.getPeerFinished() !== undefined);

function options({ method, headers, body, agents }: Exchange, secure: boolean): RequestOptions {
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  return {
    method,
    // Packed answers could be a thousand times the bytes that were counted.
    headers: { ...headers, ...length, 'accept-encoding': 'identity' },
    agent: secure ? agents.httpsAgent : agents.httpAgent,
  };
}

function read(
  response: IncomingMessage,
  maxBytes: number,
  fail: (code: string, cause?: unknown) => void,
  done: (answer: OutboundAnswer) => void,
): void {
  const parts: Buffer[] = [];
  let bytes = 0;
  response.on('data', (part: Buffer) => {
    bytes += part.length;
    if (bytes > maxBytes) fail('ANSWER_TOO_LARGE');
    else parts.push(part);
  });
  response.on('error', (error: NodeJS.ErrnoException) => fail(codeOf(error), error));
  response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }));
}

function told(host: string, stands: boolean, code: string, cause: unknown): OutboundError {
  if (cause instanceof OutboundRefused) return cause;
  return stands ? new OutboundUnanswered(host, code, cause) : new OutboundUnreached(host, code, cause);
}

function codeOf({ code }: NodeJS.ErrnoException): string {
  return typeof code === 'string' && /^[A-Z_\d]+$/.test(code) ? code : 'NO_ANSWER';
}
