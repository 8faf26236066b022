import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { type Packed, zonesOf } from './src/data/client/zones-of.js';

/** The API puts a fresh nonce in this place of index.html at every answer. */
const NONCE_PLACE = '__KEEL_NONCE__';

const ZONES = 'moment-timezone/data/packed/latest.json';
const EVERY_ZONE = 'virtual:every-zone';

/**
 * The world's zones are a fifth of what a first load may fetch, and clinics are in two countries. Their zones are in the
 * bundle, from the same data as the server's; `virtual:every-zone` is all of them, for the rare other one.
 */
function clinicZones(): Plugin {
  return {
    name: 'keel:clinic-zones',
    enforce: 'pre',
    resolveId: (id) => (id === EVERY_ZONE ? `\0${EVERY_ZONE}` : undefined),
    load(id) {
      if (id === `\0${EVERY_ZONE}`) return `export default ${JSON.stringify(readZones())}`;
      return id.endsWith(ZONES) ? JSON.stringify(zonesOf(readZones(), ['CA', 'US'])) : undefined;
    },
  };
}

function readZones(): Packed {
  const calendar = createRequire(new URL('../../libs/calendar/package.json', import.meta.url));
  return JSON.parse(readFileSync(calendar.resolve(ZONES), 'utf8')) as Packed;
}

/** The books whose words a first load says; a test of the staff's frame holds what a browser fetches to them. */
const FIRST_BOOKS = ['appointment', 'flag', 'grid', 'live', 'move-done', 'schedule', 'sign-in', 'ui'];

/** One file of words a folder and language, and one of those of a first load; nobody fetches a language that they do not read. */
function wordsFile(id: string): string | null {
  const [, folder = '', book = '', language = ''] = /\/src\/(.+)\/([\w-]+)-words\.(en|fr)\.json$/.exec(id) ?? [];
  if (FIRST_BOOKS.includes(book)) return `first-words.${language}`;
  // What stands in ui/ itself is used by pages that share nothing else.
  return folder === 'ui' ? null : `${folder.replace('features/', '').replaceAll('/', '-')}-words.${language}`;
}

/**
 * Dozens of small files pack worse by a tenth, and each costs a request. So there is one file of what every page begins with,
 * one of what most pages use besides, and one of the staff's frame and the schedule, each with all that it imports. The icons of
 * all other pages are one too, which shortens the lists of what a page needs.
 */
const FILES = [
  { name: wordsFile, test: /-words\.(en|fr)\.json$/, priority: 3 },
  { name: 'first', tags: ['$initial' as const], priority: 2 },
  { name: 'common', test: /libs\/calendar\/|@tanstack\/react-query|@mantine\/core\/.*\/Skeleton\//, priority: 1 },
  { name: 'staff', test: /src\/shell\/(staff-frame|schedule-screen)\.tsx$/, priority: 1 },
  { name: 'icons', test: /@tabler\/icons-react\// },
];

/**
 * All of Mantine's styles are eight times what a first load needs. Each component brings its own instead, after those of the
 * components that it is made of.
 */
function mantineStyles(): Plugin {
  const styles = join(dirname(createRequire(import.meta.url).resolve('@mantine/core/styles.css')), 'styles');
  return {
    name: 'keel:mantine-styles',
    transform(code, id) {
      const [, folder, module] = /@mantine\/core\/esm\/\w+\/(\w+)\/(?:.*\/)?(\w+)\.mjs$/.exec(id) ?? [];
      const wanted = [...new Set([folder, module])].filter((name) => name && existsSync(join(styles, `${name}.layer.css`)));
      return wanted.length > 0 ? [code, ...wanted.map((name) => `import '@mantine/core/styles/${name}.layer.css';`)].join('\n') : undefined;
    },
  };
}

/** The addresses of patients, which the API answers with their entry too (web-app.ts). */
const OF_PATIENTS = /^\/(l|emails)\//;

/** While somebody works on it, the pages of patients are at their addresses. */
function patientAddresses(): Plugin {
  return {
    name: 'keel:patient-addresses',
    configureServer: ({ middlewares }) => {
      middlewares.use((request, _, next) => {
        if (OF_PATIENTS.test(request.url ?? '')) request.url = '/patient.html';
        next();
      });
    },
  };
}

/** Vite's own server answers a file of words as a script, which a browser refuses where it is asked for as JSON, as Node wants it to be. */
function wordsAsScripts(): Plugin {
  return {
    name: 'keel:words-as-scripts',
    apply: 'serve',
    enforce: 'pre',
    transform: (code, id) => (id.endsWith('-words.ts') ? code.replaceAll(", { with: { type: 'json' } }", '') : undefined),
  };
}

/** Inlined images would need data: in places of the policy where it is not allowed. */
const BUILD = {
  assetsInlineLimit: 0,
  sourcemap: false,
  target: 'es2022',
  // Every browser that reads es2022 knows it, but for a Safari that then fetches a little later.
  modulePreload: { polyfill: false },
} as const satisfies UserConfig['build'];

const staff: UserConfig = {
  plugins: [clinicZones(), mantineStyles(), patientAddresses(), wordsAsScripts(), react()],
  html: { cspNonce: NONCE_PLACE },
  json: { namedExports: false },
  build: { ...BUILD, manifest: true, rolldownOptions: { output: { codeSplitting: { groups: FILES } } } },
  // `npm run dev` names both. The browser's own address goes along: the API takes changes from no other.
  server: {
    port: Number(process.env['KEEL_WEB_PORT'] ?? 5173),
    strictPort: true,
    proxy: { '/api': { target: process.env['KEEL_API'] ?? 'http://127.0.0.1:3000' } },
  },
};

/** React with its part for the DOM is 67 KB packed, of the 70 KB that a patient may be made to fetch: Preact draws the same components. */
const PREACT = {
  react: 'preact/compat',
  'react-dom/client': 'preact/compat/client',
  'react/jsx-runtime': 'preact/jsx-runtime',
};

function patientWordsFile(id: string): string | null {
  const [, language = ''] = /\/(?:patient-pages\/\w+|ui\/ui)-words\.(en|fr)\.json$/.exec(id) ?? [];
  return language ? `patient-words.${language}` : null;
}

/** One file of all that a page begins with, and of its words one a language; what tells of a refusal is fetched when it is wanted. */
const PATIENT_FILES = [
  { name: patientWordsFile, test: /-words\.(en|fr)\.json$/, priority: 2 },
  { name: 'patient', tags: ['$initial' as const], priority: 1 },
];

/** `vite build --mode patients`, beside the staff's pages, of whose files it shares none: neither grows by the other. */
const patients: UserConfig = {
  plugins: [react()],
  resolve: { alias: PREACT },
  html: { cspNonce: NONCE_PLACE },
  json: { namedExports: false },
  publicDir: false,
  build: {
    ...BUILD,
    emptyOutDir: false,
    manifest: '.vite/patients.json',
    rolldownOptions: { input: 'patient.html', output: { codeSplitting: { groups: PATIENT_FILES } } },
  },
};

export default defineConfig(({ mode }) => (mode === 'patients' ? patients : staff));
