import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { StartPage } from './features/session/start-page.js';
import { Frame } from './ui/frame.js';
import { NotFoundPage } from './ui/not-found-page.js';

const root = createRootRoute({
  component: () => (
    <Frame>
      <Outlet />
    </Frame>
  ),
  notFoundComponent: NotFoundPage,
});

const start = createRoute({ getParentRoute: () => root, path: '/', component: StartPage });
const link = createRoute({
  getParentRoute: () => root,
  path: '/l/$token',
  component: lazyRouteComponent(() => import('./features/links/link-page.js'), 'LinkPage'),
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation/$token',
  component: lazyRouteComponent(() => import('./features/accounts/invitation-page.js'), 'InvitationPage'),
});
const passwordReset = createRoute({
  getParentRoute: () => root,
  path: '/password-reset/$token',
  component: lazyRouteComponent(() => import('./features/accounts/password-reset-page.js'), 'PasswordResetPage'),
});

export const router = createRouter({ routeTree: root.addChildren([start, link, invitation, passwordReset]) });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
