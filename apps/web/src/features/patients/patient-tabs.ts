import type { Permission } from '@keel/contracts';

/** The parts of a patient's page, in order, and what one must be allowed to read to see each. */
const TABS = [
  { tab: 'journey', needs: 'patient:read' },
  { tab: 'chart', needs: 'chart:read' },
  { tab: 'appointments', needs: 'appointment:read' },
  { tab: 'billing', needs: 'invoice:read' },
  { tab: 'messages', needs: 'message:read' },
  { tab: 'details', needs: 'patient:read' },
] as const satisfies readonly { tab: string; needs: Permission }[];

export type PatientTab = (typeof TABS)[number]['tab'];

/** The tabs somebody may see; the others are not there. */
export function tabsFor(can: (permission: Permission) => boolean): PatientTab[] {
  return TABS.filter(({ needs }) => can(needs)).map(({ tab }) => tab);
}
