import type { Permission } from '@keel/contracts';

/** What can be set, in the order that a new clinic needs it. */
export const SECTIONS = [
  'clinic',
  'locations',
  'staff',
  'practitioners',
  'services',
  'hours',
  'note-templates',
  'reminders',
  'api-keys',
  'chart-access',
  'audit',
  'failures',
] as const;
export type SectionKey = (typeof SECTIONS)[number];

interface Rights {
  /** Any of them shows the section. */
  reads: readonly Permission[];
  changes: Permission;
}

const RIGHTS: Readonly<Record<SectionKey, Rights>> = {
  clinic: { reads: ['clinic:read'], changes: 'clinic:manage' },
  locations: { reads: ['clinic:read'], changes: 'clinic:manage' },
  staff: { reads: ['staff:read'], changes: 'staff:manage' },
  practitioners: { reads: ['staff:read'], changes: 'staff:manage' },
  services: { reads: ['clinic:read'], changes: 'schedule:manage' },
  hours: { reads: ['appointment:read'], changes: 'schedule:manage' },
  'note-templates': { reads: ['chart:read', 'note:write', 'note-template:manage'], changes: 'note-template:manage' },
  reminders: { reads: ['clinic:read'], changes: 'reminder:manage' },
  'api-keys': { reads: ['api-key:manage'], changes: 'api-key:manage' },
  'chart-access': { reads: ['audit:read'], changes: 'audit:read' },
  audit: { reads: ['audit:read'], changes: 'audit:read' },
  failures: { reads: ['dead-letter:manage'], changes: 'dead-letter:manage' },
};

type Can = (permission: Permission) => boolean;

export const isSection = (key: string): key is SectionKey => (SECTIONS as readonly string[]).includes(key);

/** The sections that somebody may look at. */
export const sectionsFor = (can: Can): SectionKey[] => SECTIONS.filter((key) => RIGHTS[key].reads.some(can));

/** Whether somebody may change what a section shows. */
export const canChange = (can: Can, key: SectionKey): boolean => can(RIGHTS[key].changes);

/** The set-up is for whoever can do all of it. */
export const canSetUp = (can: Can): boolean =>
  (['clinic', 'practitioners', 'services', 'hours'] as const).every((key) => canChange(can, key));
