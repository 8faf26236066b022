import { readFileSync } from 'node:fs';
import { send, type Call } from './http.ts';
import { Store } from './store.ts';

const FILES: Record<string, { file: string; type: string }> = {
  '/': { file: 'index.html', type: 'text/html; charset=utf-8' },
  '/page.js': { file: 'page.js', type: 'text/javascript; charset=utf-8' },
  '/words.js': { file: 'words.js', type: 'text/javascript; charset=utf-8' },
  '/page.css': { file: 'page.css', type: 'text/css; charset=utf-8' },
};
const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
// A mail is a stranger's HTML: it runs nothing, loads nothing, and has an origin of its own. Its links open elsewhere.
const MAIL_POLICY =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";

/** The phone and the mailbox; true where the call was for one of its files. */
export function servePage(call: Call, store: Store): boolean {
  if (call.method !== 'GET') return false;
  const page = FILES[call.url.pathname];
  if (page) {
    const content = readFileSync(new URL(`page/${page.file}`, import.meta.url), 'utf8');
    send(call, 200, page.type, content, { 'content-security-policy': PAGE_POLICY, 'referrer-policy': 'no-referrer' });
    return true;
  }
  const mail = store.mails.get(/^\/mails\/([\w-]+)\/html$/.exec(call.url.pathname)?.[1] ?? '');
  if (!mail?.html) return false;
  const html = `<!doctype html><meta charset="utf-8"><base target="_blank">${mail.html}`;
  send(call, 200, 'text/html; charset=utf-8', html, { 'content-security-policy': MAIL_POLICY, 'referrer-policy': 'no-referrer' });
  return true;
}
