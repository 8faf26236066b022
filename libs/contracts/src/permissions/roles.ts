export const ROLES = ['owner', 'admin', 'practitioner', 'front_desk', 'billing'] as const;
export type Role = (typeof ROLES)[number];

/** Roles that may hold clinical permissions by themselves; everybody else needs the chart right, which is given to a person. */
export const CLINICAL_ROLES = ['practitioner'] as const satisfies readonly Role[];

/** Whether a permission opens clinical content, and who has it. The compiler refuses a clinical one to a role that is not clinical. */
export type Grant = { clinical: false; roles: readonly Role[] } | { clinical: true; roles: readonly (typeof CLINICAL_ROLES)[number][] };

export const MANAGERS = ['owner', 'admin'] as const;
/** Who meets patients: all but billing. */
export const DESK = ['owner', 'admin', 'practitioner', 'front_desk'] as const;
/** Who looks after the books. */
export const BOOKKEEPERS = ['owner', 'admin', 'billing'] as const;
