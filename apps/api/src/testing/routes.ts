import { createRequire } from 'node:module';
import { DiscoveryService } from '@nestjs/core';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { getMetadataStorage } from 'class-validator';
import type { ValidationMetadata } from 'class-validator/types/metadata/ValidationMetadata.js';
import { type RouteEntry, RouteTable } from '../platform/index.js';
import type { Agent } from './agent.js';
import type { TestApp } from './app.js';

export interface Route extends RouteEntry {
  /** Names of the fields that its body may have; undefined where it takes no body. */
  fields: string[] | undefined;
  /** Classes that its body and its query are checked by. */
  takes: (() => unknown)[];
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
    .map((route) => {
      const of = (kind: RouteParamtypes) => parameterTypes(controllers.get(route.controller), route.handler, kind);
      const [bodies, queries] = [of(RouteParamtypes.BODY), of(RouteParamtypes.QUERY)];
      return { ...route, fields: bodies.length === 0 ? undefined : fieldsOf(bodies), takes: [...bodies, ...queries] };
    });
}

/** Types of a handler's parameters of one kind. */
function parameterTypes(controller: unknown, handler: string, kind: RouteParamtypes): (() => unknown)[] {
  if (typeof controller !== 'function') return [];
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler) ?? {}) as Record<string, { index: number }>;
  const types = Reflect.getMetadata('design:paramtypes', controller.prototype as object, handler) as (() => unknown)[];
  return Object.entries(args)
    .filter(([key]) => key.startsWith(`${kind}:`))
    .flatMap(([, { index }]) => types[index] ?? []);
}

function fieldsOf(dtos: (() => unknown)[]): string[] {
  return [...new Set(dtos.flatMap((dto) => rulesOf(dto).map(({ propertyName }) => propertyName)))];
}

/** Every rule that class-validator holds a class to. */
export function rulesOf(dto: () => unknown): ValidationMetadata[] {
  return getMetadataStorage().getTargetValidationMetadatas(dto, '', false, false);
}

const require = createRequire(import.meta.url);
const { defaultMetadataStorage } = require('class-transformer/cjs/storage.js') as {
  defaultMetadataStorage: { findTypeMetadata(target: unknown, property: string): { typeFunction(): () => unknown } | undefined };
};

/** Every class that a request is checked by, with those inside it. */
export function dtosOf(routes: readonly Route[]): Set<() => unknown> {
  const found = new Set(routes.flatMap(({ takes }) => takes).filter((dto) => rulesOf(dto).length > 0));
  for (const dto of found) {
    for (const { propertyName, type } of rulesOf(dto)) {
      const inner = type === 'nestedValidation' ? defaultMetadataStorage.findTypeMetadata(dto, propertyName)?.typeFunction() : undefined;
      if (inner) found.add(inner);
    }
  }
  return found;
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
