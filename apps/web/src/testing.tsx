import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { act, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { theme } from './ui/theme.js';

/** Draws a component within what every page stands in, in a document without a screen. @returns the hands of whoever uses it */
export async function draw(component: ReactNode) {
  const router = createRouter({ routeTree: createRootRoute({ component: () => component }), history: createMemoryHistory() });
  await act(() => router.load());
  render(
    <MantineProvider theme={theme} env="test">
      <QueryClientProvider client={new QueryClient()}>
        {/* The router of the pages has its own type, and this one a single page. */}
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return userEvent.setup();
}
