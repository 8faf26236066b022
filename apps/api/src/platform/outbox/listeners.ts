import { EVENTS, type EventType } from '@keel/contracts';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { FORMERLY, type Listener, LISTENS_TO } from './on.decorator.js';

/** Every `@On` method of the house by name; boot fails on an event nobody hears and on a listener to nothing. */
@Injectable()
export class Listeners implements OnModuleInit {
  private readonly byName = new Map<string, { types: readonly EventType[]; run: Listener }>();
  private readonly renamed = new Map<string, string>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    for (const wrapper of this.discovery.getProviders()) {
      const instance: unknown = wrapper.instance;
      if (typeof instance !== 'object' || instance === null) continue;
      const prototype: unknown = Object.getPrototypeOf(instance);
      if (typeof prototype !== 'object' || prototype === null) continue;
      for (const name of this.scanner.getAllMethodNames(prototype)) this.register(instance, name);
    }
    const faults = catalogueFaults(new Map([...this.byName].map(([name, { types }]) => [name, types])));
    if (faults.length > 0) throw new Error(`The event catalogue and its listeners disagree:\n  ${faults.join('\n  ')}`);
  }

  get(name: string): Listener | undefined {
    return this.byName.get(name)?.run;
  }

  /** What a listener is called now that was called so when its delivery was put into the queue. */
  nameOf(queued: string): string {
    return this.renamed.get(queued) ?? queued;
  }

  /** Names of the listeners of each event. */
  table(): Record<string, string[]> {
    const table: Record<string, string[]> = {};
    for (const [name, { types }] of this.byName) for (const type of types) (table[type] ??= []).push(name);
    return table;
  }

  private register(instance: object, name: string): void {
    const method = Reflect.get(instance, name) as unknown;
    if (typeof method !== 'function') return;
    const types = this.reflector.get<EventType[] | undefined>(LISTENS_TO, method as () => unknown);
    if (!types) return;
    if (this.byName.has(name)) throw new Error(`Two listeners are called ${name}; the name is a listener's identity, so rename one`);
    for (const former of this.reflector.get<string[] | undefined>(FORMERLY, method as () => unknown) ?? []) this.renamed.set(former, name);
    this.byName.set(name, { types, run: (ctx, event) => (method as Listener).call(instance, ctx, event) });
  }
}

/** What is wrong between the catalogue and the listeners, each with the mend. */
export function catalogueFaults(
  listeners: ReadonlyMap<string, readonly string[]>,
  catalogue: Readonly<Record<string, { version: number; external?: true }>> = EVENTS,
): string[] {
  const heard = new Set([...listeners.values()].flat());
  const unknown = [...listeners].flatMap(([name, types]) =>
    types.filter((type) => !(type in catalogue)).map((type) => `${name} listens to ${type}, which is not in libs/contracts/src/events`),
  );
  const silent = Object.entries(catalogue)
    .filter(([type, definition]) => !definition.external && !heard.has(type))
    .map(([type]) => `nobody listens to ${type}: add an @On('${type}'), or mark it external in libs/contracts/src/events`);
  const heardThough = Object.entries(catalogue)
    .filter(([type, definition]) => definition.external && heard.has(type))
    .map(([type]) => `${type} is marked external and is heard inside: take the mark away in libs/contracts/src/events`);
  return [...unknown, ...silent, ...heardThough];
}
