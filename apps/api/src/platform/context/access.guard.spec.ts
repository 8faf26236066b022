import type { ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import type { Config } from '../config/config.js';
import type { Callers } from '../http/callers.js';
import { ForbiddenProblem } from '../problems/problem.js';
import { AccessGuard } from './access.guard.js';
import type { Ctx } from './ctx.js';
import { Allow } from './decorators.js';

@Allow('audit:read')
class Routes {
  read(): void {}
}

const config = { publicUrl: 'http://localhost:3000', env: 'test' } as Config;
const callers = { proved: async () => undefined, refuted: () => undefined } as unknown as Callers;
const ctx: Ctx = { clinicId: 'c', actor: { type: 'user', id: 'u' }, permissions: new Set(), requestId: 'r' };

it('whoever is refused is known to the line of the log that says so', async () => {
  const request = { method: 'GET', headers: {} } as FastifyRequest;
  const execution = {
    getHandler: () => Reflect.get(Routes.prototype, 'read') as () => void,
    getClass: () => Routes,
    switchToHttp: () => ({ getRequest: () => request }),
  } as unknown as ExecutionContext;
  const guard = new AccessGuard(new Reflector(), config, { authenticate: async () => ctx }, callers);
  await expect(guard.canActivate(execution)).rejects.toThrow(ForbiddenProblem);
  expect(request.ctx).toBe(ctx);
});
