import { SchedulePage } from '../features/schedule/schedule-page.js';
import { ScheduleSetUpBanner } from '../features/settings/set-up/set-up-banner.js';

/** The schedule, and above it what a new clinic still has to set up: two features that know nothing of each other. */
export const ScheduleScreen = () => <SchedulePage above={<ScheduleSetUpBanner />} />;
