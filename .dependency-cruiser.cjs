// The import rules of the house (docs/decisions/import-rules.md). Each rule's comment is its mend. `claims` and `integrations` do not exist
// yet: their places are kept, so that they begin under the rules.
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

const web = (folders) => `^apps/web/src/(${folders.join('|')})/`;
/** The web app from the ground up, with what a file does that stands too low for what it imports (docs/decisions/floors-of-the-screens.md). */
const WEB_FLOORS = {
  i18n: 'i18n only chooses words and a language: pass in what it needs to know.',
  data: 'data asks the API and keeps the answers: whoever shows them passes in what to do then (a word at the corner, a way back).',
  session: 'session knows who is signed in and draws nothing: what is drawn of it belongs to ui/sign-in.',
  ui: 'ui is drawn by features and knows none: move down what it needs of one (a query to data/, a visual to ui/<record>/), or pass it in.',
  features: 'A feature does not know the frame around it: move down what it needs, or let the shell hand it in.',
  shell: 'The shell is put together by routes.tsx, and knows it not: pass in what it needs.',
};
const webFloors = Object.entries(WEB_FLOORS).map(([floor, comment], index, all) => ({
  name: `web-${floor}-imports-downward`,
  comment,
  severity: 'error',
  from: { path: web([floor]) },
  to: {
    path: [
      web(
        all
          .slice(index + 1)
          .map(([above]) => above)
          .concat('-'),
      ),
      '^apps/web/src/(main|pages|routes)\\.tsx?$',
    ],
  },
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
      comment:
        'The room of taken time serves appointments, groups and holds alike: hand it an owner and what is needed, and keep the rest beside the owner.',
      severity: 'error',
      from: { path: '^apps/api/src/scheduling/bookings/', pathNot: '\\.e2e-spec\\.ts$' },
      to: { path: '^apps/api/src/scheduling/', pathNot: '^apps/api/src/scheduling/bookings/' },
    },
    {
      name: 'calls-leave-by-outbound-http',
      comment:
        'A call to another host is made by OutboundHttp of platform, which checks the address and connects to what it checked: call() it, or hand an SDK its agents (docs/decisions/outbound-http.md).',
      severity: 'error',
      // unreadable.ts takes the names of states, and calls nobody.
      from: {
        path: '^apps/api/src/',
        pathNot: ['^apps/api/src/platform/(outbound-http/|problems/unreadable\\.ts$)', '^apps/api/src/testing/', '\\.(e2e-)?spec\\.ts$'],
      },
      to: {
        path: '^(node:)?(http|https|http2)$|/node_modules/(undici|axios|got|node-fetch|ky|needle|superagent)/|^(undici|axios|got|node-fetch|ky|needle|superagent)(/|$)',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'sdks-that-call-out-are-few',
      comment:
        'An SDK brings a client of its own. The file that makes it hands it OutboundHttp or its agents, and is named here; every other file asks that one.',
      severity: 'error',
      // twilio-signature.ts reckons a signature, and calls nobody.
      from: {
        path: '^apps/api/src/',
        pathNot: [
          '^apps/api/src/(platform/files/bucket-store|messaging/sending/sms\\.channel|messaging/webhooks/twilio-signature)\\.ts$',
          '^apps/api/src/testing/',
          '\\.(e2e-)?spec\\.ts$',
        ],
      },
      to: { path: 'node_modules/(@aws-sdk/|@smithy/|twilio/|stripe/|tsdav/)', dependencyTypesNot: ['type-only'] },
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
    ...webFloors,
    {
      name: 'web-features-know-no-other',
      comment:
        'What two features share goes down: a query or a pure decision to data/, a visual and its words to ui/<record>/. What puts two of them together is in shell/.',
      severity: 'error',
      from: { path: '^apps/web/src/features/([^/]+)/' },
      to: { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' },
    },
    {
      name: 'web-calls-the-api-in-data-only',
      comment: 'Wrap the route once in the file of its resource in data/, with its key and what it makes old, and import that.',
      severity: 'error',
      from: { path: '^apps/web/src/', pathNot: ['^apps/web/src/data/', '\\.spec\\.tsx?$'] },
      to: { path: '^apps/web/src/data/client/api\\.ts$' },
    },
    {
      name: 'web-elements-know-no-record',
      comment: 'ui/*.tsx are elements for any record; what knows one is in ui/<record>/ and is built of them.',
      severity: 'error',
      from: { path: '^apps/web/src/ui/[^/]+$' },
      to: { path: '^apps/web/src/ui/[^/]+/' },
    },
    {
      name: 'patient-pages-stay-small',
      comment:
        'A patient fetches what is imported here, on a telephone: no Mantine, router or query library, no data of time zones, nothing of the staff’s pages, not by a detour either. Draw with elements.tsx and style.css, ask by useAsked, have the API send wall times; what both need goes down to data/, or to ui/ without these.',
      severity: 'error',
      from: { path: '^apps/web/src/patient-pages/', pathNot: '\\.spec\\.tsx?$' },
      to: {
        path: [
          'node_modules/@(mantine|tanstack|tabler)/',
          'node_modules/moment-timezone/',
          '^libs/calendar/(src|dist)/(index|zone-data)\\.',
          '^apps/web/src/(session|features|shell)/',
          '^apps/web/src/(main|pages|routes)\\.tsx?$',
        ],
        reachable: true,
      },
    },
    {
      name: 'patient-pages-are-no-part-of-the-staffs',
      comment: 'The pages of patients are an entry of their own: move what both need down to data/ or ui/.',
      severity: 'error',
      from: { path: '^apps/web/src/', pathNot: '^apps/web/src/patient-pages/' },
      to: { path: '^apps/web/src/patient-pages/' },
    },
    {
      name: 'web-folders-have-no-cycles',
      comment: 'Two folders that need each other are one, or need a third below both.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^apps/web/src' },
      to: { circular: true },
    },
    {
      name: 'demo-stays-out-of-production',
      comment:
        'The demo clinic and its invented names are not in the image: what the product needs too belongs into apps/api, where apps/demo imports it. The launcher starts it and knows its sign-in alone.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '^apps/(demo|e2e)/' },
      to: { path: ['^apps/demo/', 'node_modules/@faker-js/'], pathNot: '^apps/demo/(src|dist)/sign-in\\.(d\\.)?ts$' },
    },
    {
      name: 'browser-tests-are-imported-by-nobody',
      comment: 'apps/e2e is tests alone: a fixture that others need too belongs into apps/api/src/testing.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '^apps/e2e/' },
      to: { path: '^apps/e2e/' },
    },
    {
      name: 'demo-and-browser-tests-use-the-front-doors',
      comment:
        "Import a module by its front door ('@keel/api/billing') and fixtures by theirs ('@keel/api/testing'); what is missing there, export there.",
      severity: 'error',
      from: { path: '^apps/(demo|e2e)/' },
      to: { path: '^apps/api/src/' },
    },
    {
      name: 'demo-needs-no-fixtures',
      comment: 'The demo clinic is made as any clinic is, by the services: fixtures are for its tests.',
      severity: 'error',
      from: { path: '^apps/demo/src/', pathNot: 'spec\\.ts$' },
      to: { path: '^apps/api/(src|dist)/testing/' },
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
