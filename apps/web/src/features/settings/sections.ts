import type { Permission } from '@keel/contracts';

/** What can be set, in the order that a new clinic needs it. */
export const SECTIONS = ['clinic', 'practitioners', 'services', 'hours'] as const;
export type SectionKey = (typeof SECTIONS)[number];

interface Rights {
  /** Any of them shows the section. */
  reads: readonly Permission[];
  changes: Permission;
}

const RIGHTS: Readonly<Record<SectionKey, Rights>> = {
  clinic: { reads: ['clinic:read'], changes: 'clinic:manage' },
  practitioners: { reads: ['staff:read'], changes: 'staff:manage' },
  services: { reads: ['clinic:read'], changes: 'schedule:manage' },
  hours: { reads: ['appointment:read'], changes: 'schedule:manage' },
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
