import '../ui/base.css';
import './style.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startI18n } from '../i18n/index.js';
import { paths } from '../paths.js';
import { afterLoad } from '../ui/after-load.js';
import { startColours } from './colours.js';
import { FaultBoundary } from './fault.js';
import { Frame } from './frame.js';
import { pageAt } from './pages.js';

// The page of a link that opens nothing is begun by the same script.
afterLoad(paths.link(''));
startColours();
const root = document.getElementById('root');
if (!root) throw new Error('patient.html has no element #root');
void startI18n().then(() =>
  createRoot(root).render(
    <StrictMode>
      <Frame>
        <FaultBoundary>{pageAt(location.pathname)}</FaultBoundary>
      </Frame>
    </StrictMode>,
  ),
);
