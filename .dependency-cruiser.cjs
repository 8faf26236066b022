// The five import rules of the house, and two of the sandbox (docs/decisions/import-rules.md). Each rule's comment is its mend.
const FLOORS = ['platform', 'identity', 'patients', 'scheduling', 'clinical', 'billing', 'claims'];
const ROOF = ['messaging', 'reporting', 'integrations', 'portal'];
const MODULES = [...FLOORS, ...ROOF];
const api = (names) => `^apps/api/src/(${names.join('|')})/`;

/** A floor imports nothing that stands above it. */
const downward = FLOORS.map((floor, index) => ({
  name: `${floor}-asks-downward`,
  comment: `${floor} stands below what it imports. Tell upward by an event: declare it in libs/contracts and listen with @On above.`,
  severity: 'error',
  from: { path: api([floor]) },
  to: { path: api([...FLOORS.slice(index + 1), ...ROOF]) },
}));

/** The roof listens and asks down; its rooms know nothing of each other. */
const roof = ROOF.map((room) => ({
  name: `${room}-stands-alone`,
  comment: 'Modules of the roof do not import each other. Move what both need one floor down.',
  severity: 'error',
  from: { path: api([room]) },
  to: { path: api(ROOF.filter((other) => other !== room)) },
}));

const frontDoors = MODULES.map((name) => ({
  name: `${name}-by-its-front-door`,
  comment: `Import ${name} from its index.ts; what is missing there, export there.`,
  severity: 'error',
  from: {
    path: '^apps/api/src/',
    pathNot: [`^apps/api/src/${name}/`, '^apps/api/src/(testing|migrate\\.ts|exit\\.ts)', '\\.e2e-spec\\.ts$'],
  },
  to: { path: `^apps/api/src/${name}/`, pathNot: `^apps/api/src/${name}/index\\.ts$` },
}));

module.exports = {
  forbidden: [
    ...downward,
    ...roof,
    ...frontDoors,
    {
      name: 'no-typeorm-relations',
      comment: 'Across modules store ids. An entity imports no other module.',
      severity: 'error',
      from: { path: '^apps/api/src/([^/]+)/.*\\.entity\\.ts$' },
      to: { path: '^apps/api/src/[^/]+/.*\\.entity\\.ts$', pathNot: '^apps/api/src/$1/' },
    },
    {
      name: 'bookings-know-no-owner',
      comment: 'The room of taken time serves appointments, groups and holds alike: hand it an owner and what is needed, and keep the rest beside the owner.',
      severity: 'error',
      from: { path: '^apps/api/src/scheduling/bookings/', pathNot: '\\.e2e-spec\\.ts$' },
      to: { path: '^apps/api/src/scheduling/', pathNot: '^apps/api/src/scheduling/bookings/' },
    },
    {
      name: 'libs-import-no-app',
      comment: 'A library is pure: pass in what it needs, or move the code into the app.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'contracts-imports-nothing',
      comment: 'Everything imports contracts, so it imports nothing but itself.',
      severity: 'error',
      from: { path: '^libs/contracts/src/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^libs/contracts/src/' },
    },
    {
      name: 'libs-do-no-io',
      comment: 'No I/O, no framework and no database in a library: decide here, act in an app.',
      severity: 'error',
      from: { path: '^libs/(contracts|calendar|money)/src/', pathNot: '\\.spec\\.ts$' },
      to: { path: '(^(node:)?(fs|net|http|https|child_process|dgram|tls)$)|node_modules/(@nestjs|typeorm|pg|bullmq|ioredis)' },
    },
    {
      name: 'web-imports-libs-only',
      comment: 'The web app speaks to the API by its client: import from libs, never from another app.',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^apps/(?!web/)' },
    },
    {
      name: 'sandbox-shell-knows-no-stand-in',
      comment: 'The shell of the sandbox serves any provider: let the stand-in hand it over through StandIn, or widen that interface.',
      severity: 'error',
      from: { path: '^apps/sandbox/src/shell/' },
      to: { path: '^apps/sandbox/src/', pathNot: '^apps/sandbox/src/shell/' },
    },
    {
      name: 'stand-ins-stand-alone',
      comment:
        'A stand-in imports its own folder and the shell. Move what two of them need into apps/sandbox/src/shell, without their names.',
      severity: 'error',
      from: { path: '^apps/sandbox/src/([^/]+)/', pathNot: '^apps/sandbox/src/shell/' },
      to: { path: '^apps/sandbox/src/', pathNot: ['^apps/sandbox/src/$1/', '^apps/sandbox/src/shell/'] },
    },
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one, or need a third; types count too.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.base.json' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    doNotFollow: { path: '(node_modules|/dist/)' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'default'],
    },
  },
};
