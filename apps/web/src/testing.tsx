import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { act, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { type Session, sessionQuery } from './data/session.js';
import { theme } from './ui/theme.js';

/** Who looks at a component; what a test is not about may be left out. */
type Viewer = Partial<Omit<Session, 'clinic'>> & { clinic?: Partial<Session['clinic']> };

/** Draws a component within what every page stands in, in a document without a screen. @returns the hands of whoever uses it */
export async function draw(component: ReactNode, viewer?: Viewer) {
  const queries = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } });
  if (viewer) queries.setQueryData(sessionQuery.queryKey, viewer as Session);
  const router = createRouter({ routeTree: createRootRoute({ component: () => component }), history: createMemoryHistory() });
  await act(() => router.load());
  render(
    <MantineProvider theme={theme} env="test">
      <QueryClientProvider client={queries}>
        {/* The router of the pages has its own type, and this one a single page. */}
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return userEvent.setup();
}
