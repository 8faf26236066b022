/** Whose screen this is. */
export interface Shown {
  clinicId: string;
  userId: string;
}

let shown: Shown | undefined;

/** Said with every call from now on, since another window may take the browser's session to another clinic or person. */
export const show = (next: Shown): void => void (shown = next);

export const shownNow = (): Shown | undefined => shown;
