import { readdirSync, readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { send, sendJson, type Call } from './http.ts';
import type { StandIn } from './stand-in.ts';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The page: a frame, and a section for each stand-in. Its files have the same paths as their sources, so that they import alike. */
export class Page {
  readonly #files = new Map<string, URL>();
  readonly #sections: { name: string; faults: StandIn['faults']; styles: string[] }[] = [];

  constructor(standIns: readonly StandIn[]) {
    const frame = new URL('page/', import.meta.url);
    this.#add('shell', frame);
    this.#files.set('/', new URL('index.html', frame));
    for (const { name, faults, page } of standIns) {
      const styles = this.#add(name, page).filter((path) => path.endsWith('.css'));
      this.#sections.push({ name, faults, styles });
    }
  }

  /** True where the call was for it. */
  serve(call: Call): boolean {
    if (call.method !== 'GET') return false;
    const file = this.#files.get(call.url.pathname);
    if (file) {
      const headers = { 'content-security-policy': POLICY, 'referrer-policy': 'no-referrer' };
      send(call, 200, TYPES[extname(file.pathname)] ?? 'text/plain', readFileSync(file, 'utf8'), headers);
      return true;
    }
    if (call.url.pathname !== '/stand-ins') return false;
    sendJson(call, 200, this.#sections);
    return true;
  }

  /** The paths of what this folder holds now; nothing else of the disk can be asked for. */
  #add(name: string, folder: URL): string[] {
    return readdirSync(folder).map((file) => {
      const path = `/${name}/page/${file}`;
      this.#files.set(path, new URL(file, folder));
      return path;
    });
  }
}
