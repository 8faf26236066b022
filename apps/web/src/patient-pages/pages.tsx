import type { ReactNode } from 'react';
import { EmailsPage } from './emails-page.js';
import { NotFoundPage } from './fault.js';
import { LinkPage } from './link-page.js';

/** The pages by the first word of their address; what follows it is the token of a link. The API serves these addresses (web-app.ts). */
const PAGES: Readonly<Record<string, (token: string) => ReactNode>> = {
  l: (token) => <LinkPage token={token} />,
  emails: (token) => <EmailsPage token={token} />,
};

export function pageAt(pathname: string): ReactNode {
  const [, page = '', token = '', ...more] = pathname
    .replace(/(?<=.)\/$/, '')
    .split('/')
    .map(decoded);
  const draw = Object.hasOwn(PAGES, page) ? PAGES[page] : undefined;
  return draw && token && more.length === 0 ? draw(token) : <NotFoundPage />;
}

/** As it stands where it cannot be read: the API knows no such token. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
