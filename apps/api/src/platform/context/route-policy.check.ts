import { Injectable, type OnModuleInit, RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ROUTE_POLICY, type RoutePolicy } from './decorators.js';

export interface RouteEntry {
  controller: string;
  handler: string;
  method: string;
  path: string;
  policy: RoutePolicy | undefined;
}

/** Boot fails where a route has neither `@Allow` nor `@Public`; tests read the same table to attack every route. */
@Injectable()
export class RouteTable implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    const open = this.routes().filter((route) => route.policy === undefined);
    if (open.length === 0) return;
    const names = open.map((route) => `${route.method} ${route.path} (${route.controller}.${route.handler})`);
    throw new Error(`These routes have no policy; give each @Allow('…') or @Public():\n  ${names.join('\n  ')}`);
  }

  routes(): RouteEntry[] {
    return this.discovery.getControllers().flatMap((wrapper) => {
      const controller: unknown = wrapper.metatype;
      if (typeof controller !== 'function' || !wrapper.instance) return [];
      const prototype = Object.getPrototypeOf(wrapper.instance) as object;
      return this.scanner.getAllMethodNames(prototype).flatMap((handler) => {
        const method = Reflect.get(prototype, handler) as (() => unknown) | undefined;
        if (!method) return [];
        const verb = this.reflector.get<RequestMethod | undefined>(METHOD_METADATA, method);
        if (verb === undefined) return [];
        const policy = this.reflector.getAllAndOverride<RoutePolicy | undefined>(ROUTE_POLICY, [method, controller as () => unknown]);
        const base = this.reflector.get<string | string[]>(PATH_METADATA, controller as () => unknown);
        const path = this.reflector.get<string | string[]>(PATH_METADATA, method);
        return [{ controller: controller.name, handler, method: RequestMethod[verb], path: joinPaths(base, path), policy }];
      });
    });
  }
}

function joinPaths(...parts: (string | string[] | undefined)[]): string {
  const words = parts.map((part) => (Array.isArray(part) ? part[0] : part) ?? '').map((part) => part.replace(/^\/+|\/+$/g, ''));
  return `/${words.filter(Boolean).join('/')}`;
}
