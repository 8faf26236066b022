/** An import of one source file by another; both paths from the root of the project. */
export interface Import {
  from: string;
  to: string;
}

const START = '<!-- picture: drawn by npm run picture -->';
const END = '<!-- end of picture -->';

/** The rooms of the apps that are houses of their own: a box for each. Everything else is one box. */
const HOUSES = ['api', 'web'];
/** They may look into everything, and nothing looks into them: they would only cover the picture. */
const LEFT_OUT = /(\.spec\.tsx?$|\.e2e-spec\.ts$|\/testing(\/|\.)|\/migrations\/|^\/apps\/(demo|e2e)\/)/;

/** Which box a file belongs to: `api/billing`, `web/features`, `contracts`, `launcher`; undefined for what is not drawn. */
export function boxOf(path: string): string | undefined {
  if (LEFT_OUT.test(`/${path}`)) return undefined;
  const [kind, name = '', , room = '', ...rest] = path.split('/');
  if (kind === 'libs') return name;
  if (!HOUSES.includes(name)) return name;
  // The files beside the rooms put the house together: main.ts, routes, the list of modules.
  return rest.length > 0 ? `${name}/${room}` : `${name}/main`;
}

/** A Mermaid drawing of who imports whom, from the top down: an arrow that follows from others is left out. */
export function drawn(imports: readonly Import[]): string {
  const edges = new Map<string, Set<string>>();
  for (const { from, to } of imports) {
    const [a, b] = [boxOf(from), boxOf(to)];
    // The rooms of a house know its addresses, which lie beside them: that is no asking of who puts it together.
    const isBeside = a !== undefined && b === `${a.split('/')[0]}/main`;
    if (a && b && a !== b && !isBeside) edges.set(a, (edges.get(a) ?? new Set()).add(b));
  }
  const boxes = [...new Set([...edges].flatMap(([a, bs]) => [a, ...bs]))].toSorted();
  const id = (box: string) => box.replaceAll(/\W/g, '_');
  const groups = [...HOUSES, ''].map((house) => boxes.filter((box) => (box.includes('/') ? box.startsWith(`${house}/`) : house === '')));
  const lines = groups.flatMap((members, index) => {
    const house = HOUSES[index];
    const named = members.map((box) => `    ${id(box)}["${box.replace(/^.*\//, '')}"]`);
    return house && members.length > 0 ? [`  subgraph ${house}`, ...named, '  end'] : named.map((line) => line.slice(2));
  });
  const arrows = boxes.flatMap((a) =>
    [...(edges.get(a) ?? [])]
      .filter((b) => !reaches(edges, a, b))
      .toSorted()
      .map((b) => `  ${id(a)} --> ${id(b)}`),
  );
  return ['```mermaid', 'flowchart TD', ...lines, ...arrows, '```'].join('\n');
}

/** Whether there is a longer way from one box to another. */
function reaches(edges: ReadonlyMap<string, ReadonlySet<string>>, from: string, to: string): boolean {
  const seen = new Set([from]);
  const next = [...(edges.get(from) ?? [])].filter((box) => box !== to);
  for (let box = next.pop(); box !== undefined; box = next.pop()) {
    if (box === to) return true;
    if (seen.has(box)) continue;
    seen.add(box);
    next.push(...(edges.get(box) ?? []));
  }
  return false;
}

/** The page with the picture in its place. @throws Error where the page has no place for it */
export function withPicture(page: string, picture: string): string {
  const [from, to] = [page.indexOf(START), page.indexOf(END)];
  if (from === -1 || to < from) throw new Error(`The page needs "${START}" and "${END}" around the picture`);
  return `${page.slice(0, from + START.length)}\n\n${picture}\n\n${page.slice(to)}`;
}
