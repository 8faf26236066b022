import { createContext, type ReactNode, use, useMemo } from 'react';

/** One form's answer to whether what is typed in it may be left behind. */
export interface Guard {
  unsaved: () => boolean;
  /** Saves what it can by itself; whether nothing is left to lose. */
  save: () => Promise<boolean>;
  /** Asks the person, if it must. */
  mayLeave: () => Promise<boolean>;
}

interface Scope {
  add: (guard: Guard) => () => void;
  /** Goes at once where nothing typed would be lost by it, else when the person says so. */
  leave: (go: () => void) => void;
}

interface Page extends Scope {
  /** Begins to save what the forms can save by themselves. @returns the end of each, done or not */
  save: () => Promise<boolean>[];
}

let abandoned = false;

/** All of the page is left to whoever comes next, and its person was asked: the browser does not ask once more. */
export const abandonPage = (): void => void (abandoned = true);
export const isAbandoned = (): boolean => abandoned;

/** Every form of the page, whatever it stands in. */
const page = scopeWithin({ add: () => () => undefined, leave: (go) => go() });

const ScopeContext = createContext<Scope>({ add: page.add, leave: (go) => go() });

/** Goes from the page as a whole: every form on it is asked first, and saves by itself what it can. */
export const leavePage = page.leave;
export const savePage = page.save;

/** Around what is closed, or put in the place of something else, while the page stays: its forms are asked first. */
export function LeaveScope({ children }: { children: ReactNode }) {
  const around = use(ScopeContext);
  const scope = useMemo(() => scopeWithin(around), [around]);
  return <ScopeContext value={scope}>{children}</ScopeContext>;
}

export const useLeaveScope = (): Scope => use(ScopeContext);

/** How to close what this stands in. */
export const useLeave = (): Scope['leave'] => use(ScopeContext).leave;

function scopeWithin(around: Scope): Page {
  const guards = new Set<Guard>();
  const askAll = async (asked: readonly Guard[], go: () => void) => {
    for (const guard of asked) if (!(await guard.mayLeave())) return;
    go();
  };
  const unsaved = () => [...guards].filter((guard) => guard.unsaved());
  return {
    save: () => unsaved().map((guard) => guard.save()),
    add: (guard) => {
      guards.add(guard);
      const leaveAround = around.add(guard);
      return () => {
        guards.delete(guard);
        leaveAround();
      };
    },
    leave: (go) => {
      const asked = unsaved();
      if (asked.length === 0) go();
      else void askAll(asked, go);
    },
  };
}
