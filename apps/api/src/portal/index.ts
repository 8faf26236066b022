export { takeOneClicks } from './one-click.js';
export { PortalModule } from './portal.module.js';
