import './ui/layers.css';
import '@mantine/core/styles/baseline.layer.css';
import '@mantine/core/styles/default-css-variables.layer.css';
import '@mantine/core/styles/global.layer.css';
import './ui/base.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queries } from './data/client/queries.js';
import { startI18n } from './i18n/index.js';
import { paths } from './paths.js';
import { router } from './routes.js';
import { afterLoad } from './ui/after-load.js';
import { cssVariables, theme } from './ui/theme.js';

/** The page's own nonce: without it the policy drops every style that is made here. */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

// Parts of Mantine's dialogs make a style of their own and look for the nonce where bundlers of old left it.
Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
afterLoad(paths.start());
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element #root');
void startI18n().then(() =>
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto" getStyleNonce={styleNonce}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  ),
);
