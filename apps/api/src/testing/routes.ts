import { DiscoveryService } from '@nestjs/core';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { getMetadataStorage } from 'class-validator';
import { type RouteEntry, RouteTable } from '../platform/index.js';
import type { Agent } from './agent.js';
import type { TestApp } from './app.js';

export interface Route extends RouteEntry {
  /** Names of the fields that its body may have; undefined where it takes no body. */
  fields: string[] | undefined;
}

/** Every route of the application with what its body may hold, read from the code itself: a new route is in by being there. */
export function routesOf(app: TestApp): Route[] {
  const controllers = new Map(
    app.nest
      .get(DiscoveryService)
      .getControllers()
      .map(({ name, metatype }) => [String(name), metatype]),
  );
  return app.nest
    .get(RouteTable)
    .routes()
    .map((route) => ({ ...route, fields: bodyFields(controllers.get(route.controller), route.handler) }));
}

function bodyFields(controller: unknown, handler: string): string[] | undefined {
  if (typeof controller !== 'function') return undefined;
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler) ?? {}) as Record<string, { index: number }>;
  const body = Object.entries(args).find(([key]) => key.startsWith(`${RouteParamtypes.BODY}:`));
  if (!body) return undefined;
  const types = Reflect.getMetadata('design:paramtypes', controller.prototype as object, handler) as (() => unknown)[];
  const dto = types[body[1].index];
  if (!dto) return [];
  const rules = getMetadataStorage().getTargetValidationMetadatas(dto, '', false, false);
  return [...new Set(rules.map(({ propertyName }) => propertyName))];
}

export const nameOf = (route: Pick<RouteEntry, 'method' | 'path'>) => `${route.method} ${route.path}`;

/** The answer to one call of a route, with real ids in its path. */
export async function callRoute(
  agent: Agent,
  { method, path }: Pick<RouteEntry, 'method' | 'path'>,
  body?: object,
): Promise<{ status: number; body: unknown }> {
  switch (method) {
    case 'GET':
      return agent.get(path);
    case 'DELETE':
      return agent.delete(path, { ifMatch: '*' });
    case 'PATCH':
      return agent.patch(path, body ?? {}, { ifMatch: '*' });
    case 'PUT':
      return agent.put(path, body ?? {}, { ifMatch: '*' });
    default:
      return agent.post(path, body ?? {}, { ifMatch: '*' });
  }
}
