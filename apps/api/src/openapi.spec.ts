import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// From Jest's root, since a compiled module has another folder.
const SOURCES = join(process.cwd(), 'apps/api/src');
const DESCRIPTION = join(process.cwd(), 'libs/api-client/openapi.json');

type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

describe('the API description', () => {
  it('has one class for each schema: two of one name would be described by the later of them', () => {
    const classes = globSync('**/*.ts', { cwd: SOURCES }).flatMap((file) =>
      [...readFileSync(join(SOURCES, file), 'utf8').matchAll(/class (\w+Dto)\b/g)].map(([, name]) => name ?? ''),
    );
    expect(classes.length).toBeGreaterThan(50);
    expect(classes.filter((name, at) => classes.indexOf(name) !== at)).toEqual([]);
  });

  it('says what each field and answer holds, so that the client is typed throughout', () => {
    const description = JSON.parse(readFileSync(DESCRIPTION, 'utf8')) as Node;
    expect(vagueSchemas(description, '#')).toEqual([]);
  });

  it('calls what goes wrong in a request and what ails a patient by different names', () => {
    const { components } = JSON.parse(readFileSync(DESCRIPTION, 'utf8')) as {
      components: { schemas: Record<string, { properties: Node }> };
    };
    expect(components.schemas['ProblemDetailsDto']?.properties).toHaveProperty('code');
    expect(components.schemas['ProblemDto']?.properties).toHaveProperty('clinicalStatus');
  });
});

/** Where the description says only "an object". */
function vagueSchemas(node: unknown, at: string): string[] {
  if (Array.isArray(node)) return node.flatMap((item, index) => vagueSchemas(item, `${at}/${index}`));
  if (!isNode(node)) return [];
  const vague = node['type'] === 'object' && !isNode(node['properties']) && !('additionalProperties' in node);
  return [...(vague ? [at] : []), ...Object.entries(node).flatMap(([key, value]) => vagueSchemas(value, `${at}/${key}`))];
}
