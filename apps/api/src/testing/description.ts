import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  maximum?: number;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
}

interface Operation {
  parameters?: { name: string; in: string; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

export interface Described {
  method: string;
  /** As the router writes it: `/patients/:id`. */
  path: string;
  parameters: { name: string; in: string; schema: Schema }[];
  /** What its body is held to, by media type. */
  bodies: Schema[];
}

/** The API's description as the build wrote it: what is new is in by being there. A test's own compiler does not read what classes say. */
const { paths, components } = JSON.parse(readFileSync(join(process.cwd(), 'libs/api-client/openapi.json'), 'utf8')) as {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
};

export const SCHEMAS: Readonly<Record<string, Schema>> = components.schemas;

export const OPERATIONS: readonly Described[] = Object.entries(paths).flatMap(([address, operations]) => {
  const path = address.replace('/api/v1', '').replaceAll(/\{(\w+)\}/g, ':$1');
  return Object.entries(operations).map(([verb, { parameters = [], requestBody }]) => ({
    method: verb.toUpperCase(),
    path,
    parameters,
    bodies: Object.values(requestBody?.content ?? {}).map(({ schema }) => schema),
  }));
});

export const refersTo = ({ $ref }: Schema): string | undefined => $ref?.split('/').at(-1);

/** What a body may hold, by name. */
export function propertiesOf(schema: Schema): Record<string, Schema> {
  const name = refersTo(schema);
  if (name !== undefined) return propertiesOf(SCHEMAS[name] ?? {});
  return { ...schema.properties, ...Object.assign({}, ...(schema.allOf ?? []).map(propertiesOf)) } as Record<string, Schema>;
}

export const takesNull = (schema: Schema): boolean =>
  [schema.type].flat().includes('null') ||
  (schema.anyOf ?? []).some(takesNull) ||
  Object.keys(schema).every((key) => key === 'description');
