import type { ReactElement } from 'react';
import { EmailsPage } from './emails-page.js';
import { NotFoundPage } from './fault.js';
import { LinkPage } from './link-page.js';
import { pageAt } from './pages.js';

const at = (pathname: string) => {
  const { type, props } = pageAt(pathname) as ReactElement<{ token?: string }>;
  return [type, props.token];
};

it('shows the page of an address, with the token that stands there', () => {
  expect(at('/l/abc_-1')).toEqual([LinkPage, 'abc_-1']);
  expect(at('/l/abc/')).toEqual([LinkPage, 'abc']);
  expect(at('/%6c/a%2Fb')).toEqual([LinkPage, 'a/b']);
  expect(at('/l/100%')).toEqual([LinkPage, '100%']);
  expect(at('/emails/t')).toEqual([EmailsPage, 't']);
});

it.each(['/', '/l', '/l/', '/l/a/b', '/emails/', '/book/clinic', '/constructor/t'])('shows at %s that nothing is there', (pathname) => {
  expect(at(pathname)).toEqual([NotFoundPage, undefined]);
});
